import { later } from '../../ui/later'
import { asDialog, asLine, inPlace } from '../../ui/part-failure'
import { exportWords } from '../../desk/export/export-words'
import { ListSkeleton } from './list-skeleton'

const piece = () => import('./parts')

/** The open photo, beside the list. */
export const PhotoPane = later(piece, 'PhotoPane', {
  waiting: <div className="beside-list bg-surface" />,
  failed: (props, failure) => (
    <div className="beside-list flex bg-surface">{inPlace('The photo')(props, failure)}</div>
  ),
})

/** In the place of the list. */
export const PhotoGrid = later(piece, 'PhotoGrid', { waiting: <ListSkeleton />, failed: inPlace('The grid') })
export const AskFirst = later(piece, 'AskFirst', { failed: inPlace('The search') })
export const NoMatch = later(piece, 'NoMatch', { failed: inPlace('What is known of this search') })
export const EndOfQueue = later(piece, 'EndOfQueue', { failed: inPlace('The end of the list') })

/** Above and below it. */
export const ElsewhereLine = later(piece, 'ElsewhereLine', { failed: asLine('The photo that was found') })
export const ReadingLine = later(piece, 'ReadingLine', { failed: asLine('How far the list is read') })
/** The list of what is searched, in the same file, says so already. */
export const NamesLine = later(piece, 'NamesLine', { failed: () => null })
export const SelectionBar = later(piece, 'SelectionBar', {
  failed: asLine('What can be done with the selection'),
})
export const Tray = later(piece, 'Tray', { failed: asLine('What was decided') })
export const PhotosExport = later(piece, 'PhotosExport', { failed: asDialog(exportWords) })
