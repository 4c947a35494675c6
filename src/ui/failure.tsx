import type { ReactNode } from 'react'
import { Button } from './button'
import { Icon } from './icon'
import { Line } from './line'
import { Message } from './message'
import { ReloadButton } from './reload-button'
import { useSecondsLeft } from './use-seconds-left'
import { useWindowEvent } from './use-window-event'

/** Something in front of Loupe answers in place of CloudCard, or of Loupe itself, and wants to know who is there. */
export const signOnEndedWords =
  'The sign-in in front of Loupe has ended: sign in again in a new tab and come back, and nothing is lost. Or load the page again.'

export type FailureWords = {
  /** What happened and what to do, in plain words. */
  text: string
  /** Not before this moment (epoch ms) does trying again make sense. */
  retryAt?: number | null
  /** A sign-on in front of Loupe has ended: only its own page can help. */
  isReload?: boolean
  /** Another release is on the server: only loading the page again can help. */
  isReplaced?: boolean
}

type FailureProps = {
  title: string
  words: FailureWords
  isTrying?: boolean
  onRetry: () => void
  /** Beside Try again. */
  more?: ReactNode
}

/** Trying again, or loading the page again where only that helps. */
export function RetryButton({
  words,
  isTrying,
  onRetry,
  look,
}: Omit<FailureProps, 'title' | 'more'> & { look?: 'filled' }) {
  const isTooEarly = useSecondsLeft(words.retryAt ?? 0) > 0
  if (words.isReload) return <SignOnEnded onReturn={onRetry} />
  if (words.isReplaced) return <ReloadButton />
  return (
    <Button
      look={look ?? 'outlined'}
      offReason={isTooEarly ? 'CloudCard asked us to wait' : isTrying ? 'Trying…' : undefined}
      onClick={onRetry}
    >
      Try again
    </Button>
  )
}

/** The page stays as it is: one signs in beside it, and it goes on when one comes back. */
function SignOnEnded({ onReturn }: { onReturn: () => void }) {
  useWindowEvent('focus', onReturn)
  return (
    <>
      <a
        href="/"
        target="_blank"
        rel="noopener"
        className="inline-flex h-8 shrink-0 items-center rounded-control border border-line-2 bg-surface px-3 text-text no-underline hover:bg-hover"
      >
        Sign in in a new tab
      </a>
      <ReloadButton />
    </>
  )
}

/** A failure in the place where the data would be. */
export function Failure({ title, words, isTrying, onRetry }: Omit<FailureProps, 'more'>) {
  return (
    <Message
      role="alert"
      title={title}
      icon={<Icon name="warning" className="size-6 text-bad" />}
      action={<RetryButton words={words} isTrying={isTrying} onRetry={onRetry} look="filled" />}
    >
      {words.text}
    </Message>
  )
}

/** A failure that leaves older or other data on the screen: one line above them. */
export function FailureLine({ title, words, isTrying, onRetry, more }: FailureProps) {
  return (
    <Line
      role="alert"
      warning="text-bad"
      actions={
        <>
          <RetryButton words={words} isTrying={isTrying} onRetry={onRetry} />
          {more}
        </>
      }
    >
      <strong className="font-semibold">{title}.</strong> {words.text}
    </Line>
  )
}
