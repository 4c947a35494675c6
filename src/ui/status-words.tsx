import { useEffect } from 'react'
import { useNotices } from './notice'
import { createStore, useStore } from '../base/store'

/** How many parts of the page show notices at the moment, beside the banner. */
const places = createStore(0)

function useIsPlace(): void {
  useEffect(() => {
    places.set(places.get() + 1)
    return () => places.set(places.get() - 1)
  }, [])
}

const useSeen = (other = '') => useNotices().filter(({ isOnlyHeard, text }) => !isOnlyHeard && text !== other)

/**
 * What was just pressed did, or why it did nothing, below `other`, which stays: lines of their own above the buttons that decide.
 * The room for one is always there; more push what is above them up, and no button aside.
 */
export function StatusWords({ other }: { other: string }) {
  useIsPlace()
  const seen = useSeen(other)
  return (
    <div
      aria-hidden="true"
      className="min-h-5.5 shrink-0 border-t border-line bg-surface px-4 py-0.5 text-xs wrap-anywhere text-text"
    >
      {other && <p>{other}</p>}
      {seen.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  )
}

/** The same for those who hear it, each line once, when it comes; `place` is what is shown. */
export function HeardWords({ other = '', place = '' }: { other?: string; place?: string }) {
  return (
    <p role="status" aria-atomic="false" className="sr-only">
      <span key={`place ${place}`}>{place}</span> <span key={`other ${other}`}>{other}</span>{' '}
      {useNotices().map(({ key, text }) => (
        <span key={key}>{text} </span>
      ))}
    </p>
  )
}

/** Seen and heard in the head of a dialog, whose page behind it is covered and silent: there it moves no button. */
export function DialogNotices() {
  useIsPlace()
  return <HeadNotices />
}

/** In the head of the page, where no other part of it says them. */
export function BannerNotices() {
  return useStore(places) === 0 && <HeadNotices />
}

function HeadNotices() {
  return (
    <div className="min-w-0 flex-1 text-xs wrap-anywhere">
      <div aria-hidden="true">
        {useSeen().map(({ key, text }) => (
          <p key={key}>{text}</p>
        ))}
      </div>
      <HeardWords />
    </div>
  )
}
