import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'
import { entryKey } from '../components/history-entry'
import { paths } from '../paths'

const keyOf = (entry: string) => `loupe.search.${entry}`
const isPhotosPath = (path: string) => path === paths.photos() || path.startsWith(`${paths.photos()}/`)
const storedText = (entry: string) => sessionStorage.getItem(keyOf(entry)) ?? ''

/** The entry that is shown, and its text: the photo page, too, stays among the photos that were searched for. */
let last = { entry: '', text: '' }

export function forgetSearchText(): void {
  last = { entry: '', text: '' }
}

/**
 * The search text may name a person, so it is not in the address: it is kept in sessionStorage under the history
 * entry's key. Back, Forward and reload have it again; a new entry begins with the text of the one before, as long as it
 * shows photos: whoever comes back to them from elsewhere by a link finds all of them.
 */
export function useSearchText(): [string, (text: string) => void] {
  const location = useLocation()
  const key = useMemo(() => entryKey(location.key), [location])
  const arrival = useNavigationType()
  const [typed, setTyped] = useState<{ entry: string; text: string } | null>(null)
  const text = typed?.entry === key ? typed.text : arrival === 'POP' ? storedText(key) : last.text

  // sessionStorage is outside React.
  useEffect(() => {
    last = { entry: key, text }
    if (text) sessionStorage.setItem(keyOf(key), text)
    else sessionStorage.removeItem(keyOf(key))
  }, [key, text])

  useEffect(
    () => () => {
      if (!isPhotosPath(window.location.pathname)) last = { entry: last.entry, text: '' }
    },
    [],
  )

  const setText = useCallback((text: string) => {
    last = { entry: last.entry, text }
    setTyped(last)
  }, [])
  return [text, setText]
}
