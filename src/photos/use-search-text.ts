import { useCallback, useEffect, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'

const keyOf = (entry: string) => `loupe.search.${entry}`

/**
 * The search text may name a person, so it is not in the address: it is kept in sessionStorage under the history
 * entry's key. Back, Forward and reload have it again; a new entry begins with the text of the one before.
 */
export function useSearchText(): [string, (text: string) => void] {
  const { key } = useLocation()
  const arrival = useNavigationType()
  const [entry, setEntry] = useState({ key, text: sessionStorage.getItem(keyOf(key)) ?? '' })

  let current = entry
  if (entry.key !== key) {
    const isNew = arrival !== 'POP'
    current = { key, text: isNew ? entry.text : (sessionStorage.getItem(keyOf(key)) ?? '') }
    setEntry(current)
  }

  // sessionStorage is outside React.
  useEffect(() => {
    if (current.text) sessionStorage.setItem(keyOf(current.key), current.text)
    else sessionStorage.removeItem(keyOf(current.key))
  }, [current.key, current.text])

  const setText = useCallback((text: string) => setEntry({ key, text }), [key])
  return [current.text, setText]
}
