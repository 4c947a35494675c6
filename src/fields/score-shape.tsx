import type { Grade } from './kinds/grade'

/** Good is a disc, fair a triangle, bad a diamond, not scored a broken ring; never colour alone. */
export function ScoreShape({ grade, className = 'size-3' }: { grade: Grade; className?: string }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className={`shrink-0 ${className}`}>
      {grade === 'good' && <circle cx="6" cy="6" r="5" className="fill-good" />}
      {grade === 'fair' && (
        <path d="M6 1.4 11 10.6H1L6 1.4Z" strokeLinejoin="round" className="fill-fair-fill stroke-fair" />
      )}
      {grade === 'bad' && <path d="m6 .5 5.5 5.5L6 11.5.5 6 6 .5Z" className="fill-bad" />}
      {grade === 'none' && (
        <circle cx="6" cy="6" r="4.75" strokeDasharray="2.4 1.8" fill="none" className="stroke-unscored" />
      )}
    </svg>
  )
}
