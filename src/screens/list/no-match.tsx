import { Button } from '../../ui/button'
import { Message } from '../../ui/message'
import { gradeOf } from '../../fields/kinds/grade'
import { photosOf } from '../../fields/status'
import { needsThresholds } from '../../photos/filters/filters'
import type { ListSearch } from '../../photos/photo-search'
import { identifierLabel } from '../../fields/identifier'
import { useOffice } from '../../fields/use-office'
import { PersonProblem } from './person-problem'
import type { WholeList } from '../../photos/whole/use-whole-list'

/** Nothing matches, of what was read; how much that is is said with it. */
export function NoMatch({
  search,
  text,
  whole: { state, searched, list },
  onClear,
}: {
  search: ListSearch
  text: string
  whole: WholeList
  onClear: () => void
}) {
  const office = useOffice()
  const photos = photosOf(search.status)
  const isAll = list.total !== null && state?.limit === null
  const covered = isAll
    ? `All ${searched.toLocaleString('en')} ${photos} were searched.`
    : `${searched.toLocaleString('en')} ${photos} were searched so far.`
  return (
    <Message
      title={isAll ? 'No photo matches' : 'No photo matches yet'}
      action={<Button onClick={onClear}>Clear filters</Button>}
    >
      {covered}{' '}
      {text.trim() !== '' && `CloudCard lists no names. Try the ${identifierLabel(office)} or the e-mail.`}
      {needsThresholds(search.filters) &&
        gradeOf(1, office) === 'unknown' &&
        "CloudCard hasn't said which scores are good or bad."}
      {search.status !== 'ALL' && <PersonProblem text={text} />}
    </Message>
  )
}
