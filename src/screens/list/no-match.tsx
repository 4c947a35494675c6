import { numberWords } from '../../base/words'
import { Button } from '../../ui/button'
import { Message } from '../../ui/message'
import { gradeOf } from '../../fields/kinds/grade'
import { photosOf } from '../../fields/status'
import { clearFilters } from '../filters/search-field'
import { needsThresholds } from '../../photos/filters/filters'
import { identifierLabel } from '../../fields/identifier'
import { useOffice } from '../../fields/use-office'
import { RetryButton } from '../../ui/failure'
import { errorWords } from '../../session/error-words'
import type { PersonPhoto, PhotoList } from '../../photos/sources/photo-list'

/** Nothing matches, of what was read; how much that is is said with it. */
export function NoMatch({ list }: { list: PhotoList }) {
  const { search, text, searched, hasAll, person } = list
  const office = useOffice()
  const covered = `${numberWords(searched)} ${photosOf(search.status)} were searched`
  return (
    <Message
      title={hasAll ? 'No photo matches' : 'No photo matches yet'}
      action={<Button onClick={clearFilters}>Clear filters</Button>}
    >
      {hasAll ? `All ${covered}.` : `${covered} so far.`}{' '}
      {text.trim() !== '' && `CloudCard lists no names. Try the ${identifierLabel(office)} or the e-mail.`}
      {needsThresholds(search.filters) &&
        gradeOf(1, office) === 'unknown' &&
        "CloudCard hasn't said which scores are good or bad."}
      {search.status !== 'ALL' && <PersonProblem person={person} />}
    </Message>
  )
}

/** That nobody was found in this list does not say that the person has no photo: CloudCard could not be asked for it. */
function PersonProblem({ person: { error, isTrying, retry } }: { person: PersonPhoto }) {
  if (!error) return null
  const words = errorWords(error)
  return (
    <div role="alert" className="mt-3 grid justify-items-center gap-2">
      <p>This person's photo may be in another list: that could not be looked up. {words.text}</p>
      <RetryButton words={words} isTrying={isTrying} onRetry={retry} />
    </div>
  )
}
