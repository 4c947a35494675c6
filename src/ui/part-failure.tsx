import type { ReactNode } from 'react'
import { Dialog } from './dialog'
import { Failure, FailureLine, signOnEndedWords, type FailureWords } from './failure'
import type { LoadFailure } from './later'
import type { PartProblem } from './part-files'

/** What happened and what to do; a replaced part comes with a reload only. */
export function partWords(problem: PartProblem): FailureWords {
  if (problem === 'replaced') {
    const text = 'Loupe was updated while this page was open. Finish what you are typing, then reload.'
    return { text, isReplaced: true }
  }
  if (problem === 'intercepted') return { text: signOnEndedWords, isReload: true }
  return {
    text: navigator.onLine
      ? 'The server of Loupe does not answer. Check the network connection, then try again.'
      : 'This computer is offline. It loads by itself once the network is back.',
  }
}

type Frame = (props: object, failure: LoadFailure) => ReactNode

const wordsFor = (name: string, { problem, isTrying, retry }: LoadFailure) => ({
  title: `${name} could not be loaded`,
  words: partWords(problem),
  isTrying,
  onRetry: retry,
})

/** In the place where the part would be. */
export const inPlace =
  (name: string): Frame =>
  (_props, failure) => (
    <div className="flex min-h-0 flex-1 overflow-y-auto bg-surface">
      <Failure {...wordsFor(name, failure)} />
    </div>
  )

/** For what would be a whole page. */
export const asPage =
  (name: string): Frame =>
  (props, failure) => (
    <main className="flex min-h-0 flex-1">
      <h1 className="sr-only">{name}</h1>
      {inPlace(name)(props, failure)}
    </main>
  )

/** One line, for what is low. */
export const asLine =
  (name: string): Frame =>
  (_props, failure) => <FailureLine {...wordsFor(name, failure)} />

/** For what would be a dialog. */
export const asDialog =
  (name: string) =>
  ({ onClose }: { onClose?: () => void }, failure: LoadFailure): ReactNode => (
    <Dialog title={name} {...(onClose && { onClose })}>
      <Failure {...wordsFor(name, failure)} />
    </Dialog>
  )
