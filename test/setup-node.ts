import { afterEach, vi } from 'vitest'
import { endLifetime } from '../src/base/lifetimes'

// Files share one process and one loading of what they test: whatever a test has put in the place of something else, and
// whatever is kept, ends with it.
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  for (const lifetime of ['read', 'work', 'document'] as const) endLifetime(lifetime)
})
