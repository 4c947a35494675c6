import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'
import { entryKey } from '../base/history-entry'
import { lostByReload } from '../base/reload'
import { livesFor } from '../base/lifetimes'
import { paths } from '../base/paths'

const isPhotosPath = (path: string) => path === paths.photos() || path.startsWith(`${paths.photos()}/`)

/** The text of each history entry that has one. */
const texts = new Map<string, string>()
/** The entry that is shown, and its text: the photo page, too, stays among the photos that were searched for. */
let last = { entry: '', text: '' }

livesFor('read', () => {
  texts.clear()
  last = { entry: '', text: '' }
})

lostByReload(() => (last.text.trim() === '' ? null : 'the search'))

/**
 * The search text may name a person, so it is neither in the address nor in sessionStorage, which browsers write to the
 * disk: it is kept in memory under the history entry's key. Back and Forward have it again, and a reload begins without
 * it. A new entry begins with the text of the one before, as long as it shows photos: whoever comes back to them from
 * elsewhere by a link finds all of them.
 */
export function useSearchText(): [string, (text: string) => void] {
  const location = useLocation()
  const key = useMemo(() => entryKey(location.key), [location])
  const arrival = useNavigationType()
  const [typed, setTyped] = useState<{ entry: string; text: string } | null>(null)
  const text = typed?.entry === key ? typed.text : arrival === 'POP' ? (texts.get(key) ?? '') : last.text

  // What is kept for the entries is outside React.
  useEffect(() => {
    last = { entry: key, text }
    if (text) texts.set(key, text)
    else texts.delete(key)
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
