import { useEffect, type ComponentType, type ReactNode } from 'react'
import { havePartFiles, isReplaced, PartError, partFiles, type PartProblem } from './part-files'
import { createStore, useStore } from '../base/store'
import { useWindowEvent } from './use-window-event'

export type LoadFailure = { problem: PartProblem; isTrying: boolean; retry: () => void }

type PartOptions<Props> = {
  /** In the place of the part until it is there. */
  waiting?: ReactNode
  /** What is shown where it could not be loaded: see part-failure.tsx. */
  failed: (props: Props, failure: LoadFailure) => ReactNode
}

type LaterState<Props> = {
  Part: ComponentType<Props> | null
  problem: PartProblem | null
  isTrying: boolean
}

/** Of every part, so that they can be loaded before anybody asks for them. */
const loads: (() => Promise<boolean>)[] = []

type PropsOf<Part> = Part extends ComponentType<infer Props> ? Props & object : never

/**
 * A part of the app that is loaded when it is first drawn, in a frame of its own: where it cannot be had, everything around
 * it stays. It is tried again on request, each time it is drawn anew, and when the network is back; `load` is for having it
 * before it is drawn. What comes so, and by `loadPart`, has 76 kB: they would be on top of the 174 of the first load.
 *
 * @param importPiece brings the part, under its name, and what else is opened around it
 */
export function later<Piece, Name extends keyof Piece>(
  importPiece: () => Promise<Piece>,
  name: Name,
  { waiting = null, failed }: PartOptions<PropsOf<Piece[Name]>>,
) {
  type Props = PropsOf<Piece[Name]>
  const state = createStore<LaterState<Props>>({ Part: null, problem: null, isTrying: false })

  async function load(): Promise<boolean> {
    const before = state.get()
    if (before.Part !== null || before.isTrying) return before.Part !== null
    state.set({ ...before, isTrying: true })
    try {
      const piece = await loadPart(importPiece)
      state.set({ Part: piece[name] as ComponentType<Props>, problem: null, isTrying: false })
      return true
    } catch (error) {
      if (!(error instanceof PartError)) throw error
      state.set({ Part: null, problem: error.problem, isTrying: false })
      return false
    }
  }
  loads.push(load)

  function Later(props: Props) {
    const { Part, problem, isTrying } = useStore(state)
    // Files and the network are outside React.
    useEffect(() => void load(), [])
    useWindowEvent('online', () => void load())
    if (Part !== null) return <Part {...props} />
    return problem === null ? waiting : failed(props, { problem, isTrying, retry: () => void load() })
  }
  return Object.assign(Later, { load })
}

/** Loads code that is no component; rejects with a PartError. */
export async function loadPart<T>(importPart: () => Promise<T>): Promise<T> {
  await havePartFiles()
  try {
    return await importPart()
  } catch (error) {
    // In development, and in tests, a fault in the code itself is to be seen.
    if (partFiles(document).length === 0) throw error
    isReplaced.set(true)
    throw new PartError('replaced')
  }
}

const againInMs = 30_000

/** Loads every part before it is asked for, one after another; where that fails nobody hears of it. */
export async function loadPartsAhead(): Promise<void> {
  if (partFiles(document).length === 0) return
  // Parts bring parts of their own.
  for (let next = 0; next < loads.length;) {
    if (await loads[next]?.()) next++
    else await untilWorthTrying()
  }
}

function untilWorthTrying(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      resolve()
    }
    const timer = setTimeout(end, againInMs)
    window.addEventListener('online', end)
  })
}
