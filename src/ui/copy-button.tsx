import { useEffect, useState } from 'react'
import { say } from './notice'

/** Copies a value with one press, and says on itself that it did; where the browser does not let us, it says so. */
export function CopyButton({ value, name }: { value: string; name: string }) {
  const [words, setWords] = useState<string | null>(null)
  // "Copied" is news for a moment.
  useEffect(() => {
    if (words === null) return
    const timer = setTimeout(() => setWords(null), 2_000)
    return () => clearTimeout(timer)
  }, [words])

  function show(said: string) {
    setWords(said)
    say(`${said}: ${name}.`, { isOnlyHeard: true })
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      show('Copied')
    } catch {
      show('Could not copy')
    }
  }

  return (
    <button
      type="button"
      aria-label={`Copy ${name}`}
      onClick={() => void copy()}
      className="ml-1 min-h-6 min-w-6 rounded-row px-1 text-xs text-accent"
    >
      {words ?? 'Copy'}
    </button>
  )
}
