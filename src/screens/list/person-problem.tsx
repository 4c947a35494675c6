import { RetryButton } from '../../ui/failure'
import { useFocusHeir } from '../../ui/use-focus-heir'
import { errorWords } from '../../session/error-words'
import { usePersonPhoto } from '../../photos/whole/use-person-photo'

/** That nobody was found in this list does not say that the person has no photo: CloudCard could not be asked for it. */
export function PersonProblem({ text }: { text: string }) {
  const { error, isTrying, retry } = usePersonPhoto(text)
  return error && <Problem words={errorWords(error)} isTrying={isTrying} onRetry={retry} />
}

function Problem(retrying: Parameters<typeof RetryButton>[0]) {
  const leaving = useFocusHeir<HTMLDivElement>()
  return (
    <div ref={leaving} role="alert" className="mt-3 grid justify-items-center gap-2">
      <p>This person's photo may be in another list: that could not be looked up. {retrying.words.text}</p>
      <RetryButton {...retrying} />
    </div>
  )
}
