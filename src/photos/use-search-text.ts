import { useCallback, useEffect, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'

const keyOf = (entry: string) => `loupe.search.${entry}`
const storedText = (entry: string) => sessionStorage.getItem(keyOf(entry)) ?? ''

/** Of the entry one comes from: the photo page stays among the photos that were searched for. */
let lastText = ''

export function forgetSearchText(): void {
  lastText = ''
}

/**
 * The search text may name a person, so it is not in the address: it is kept in sessionStorage under the history
 * entry's key. Back, Forward and reload have it again; a new entry begins with the text of the one before.
 */
export function useSearchText(): [string, (text: string) => void] {
  const { key } = useLocation()
  const arrival = useNavigationType()
  const textOn = (entry: string, before: string) => (arrival === 'POP' ? storedText(entry) : before)
  const [entry, setEntry] = useState(() => ({ key, text: textOn(key, lastText) }))

  let current = entry
  if (entry.key !== key) {
    current = { key, text: textOn(key, entry.text) }
    setEntry(current)
  }

  // sessionStorage is outside React.
  useEffect(() => {
    lastText = current.text
    if (current.text) sessionStorage.setItem(keyOf(current.key), current.text)
    else sessionStorage.removeItem(keyOf(current.key))
  }, [current.key, current.text])

  const setText = useCallback((text: string) => setEntry(({ key }) => ({ key, text })), [])
  return [current.text, setText]
}
