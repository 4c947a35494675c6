import { useState } from 'react'

/** State of one thing, such as a photo: while another one is there, it is as it was in the beginning. */
export function useStateOf<T>(thing: unknown, initial: T): [T, (next: T) => void] {
  const [state, setState] = useState({ thing, value: initial })
  return [state.thing === thing ? state.value : initial, (value) => setState({ thing, value })]
}
