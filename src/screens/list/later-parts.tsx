import { later } from '../../ui/later'
import { asLine, inPlace } from '../../ui/part-failure'

/** The open photo, beside the list. */
export const PhotoPane = later(async () => (await import('../viewer/photo-pane')).PhotoPane, {
  waiting: <div className="beside-list bg-surface" />,
  failed: (props, failure) => (
    <div className="beside-list flex bg-surface">{inPlace('The photo')(props, failure)}</div>
  ),
})
/** What the list's page shows once it is wanted: lines above the list. */
export const ElsewhereLine = later(async () => (await import('./elsewhere-line')).ElsewhereLine, {
  failed: asLine('The photo that was found'),
})
export const ReadingLine = later(async () => (await import('./reading-line')).ReadingLine, {
  failed: asLine('How far the list is read'),
})
export const NamesLine = later(async () => (await import('./names-line')).NamesLine, {
  // The list of what is searched, in the same file, says so already.
  failed: () => null,
})
/** In the place of the list. */
export const EndOfQueue = later(async () => (await import('../viewer/end-of-queue')).EndOfQueue, {
  failed: inPlace('The end of the list'),
})
