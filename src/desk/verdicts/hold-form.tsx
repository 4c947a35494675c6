import { useId } from 'react'
import { createStore, useStore } from '../../base/store'
import { addressLength } from '../../cloudcard/update-photo'
import { useDraft } from './drafts'
import { FormFrame, longestAddress } from './form-frame'
import type { Holding } from './hold'
import type { FormProps } from './verdict'
import { updateFor } from './verdicts'

/** The latest first. */
const lastReasons = createStore<readonly string[]>([], 'work')
const mostReasons = 5

const isGiven = (reason: string) => reason.trim() !== ''
const holding = (reason: string): Holding => ({ verdict: 'hold', status: 'ON_HOLD', reason })

/** Why a photo is put on hold: in words of the person's own, or one of the last reasons, which can still be changed. */
export function HoldForm(asked: FormProps<Holding>) {
  const id = useId()
  const [{ reason }, setDraft] = useDraft(asked.draftKey, holding(''), (draft) => isGiven(draft.reason))
  const last = useStore(lastReasons)
  const length = addressLength(asked.longestId, updateFor(holding(reason)))
  const tooLong = length > longestAddress ? 'The reason is too long' : undefined

  function decide() {
    const given = reason.trim()
    lastReasons.set([given, ...last.filter((each) => each !== given)].slice(0, mostReasons))
    asked.onDecide(holding(given))
  }

  return (
    <FormFrame
      {...asked}
      label="Hold photo"
      title="Why is it held?"
      hint="CloudCard keeps the reason."
      problem={isGiven(reason) ? tooLong : 'Write a reason'}
      offer={{
        legend: 'Last reasons',
        type: 'radio',
        choices: last.map((each) => ({
          words: each,
          isChosen: reason === each,
          choose: () => setDraft(holding(each)),
        })),
      }}
      onSubmit={decide}
      keptWords={isGiven(reason) && 'Your reason is kept. Press Hold to see it again.'}
    >
      <label className="grid gap-1 text-text-2">
        Reason
        <input
          value={reason}
          onChange={(event) => setDraft(holding(event.target.value))}
          aria-describedby={`${id}told`}
          autoComplete="off"
          className="h-9 w-full rounded-control border border-control bg-surface px-2 text-text"
        />
      </label>
      <p id={`${id}told`} className="text-xs text-text-2">
        Whether CloudCard tells the cardholder about a hold isn&rsquo;t known, so write nothing that they
        shouldn&rsquo;t read.
      </p>
    </FormFrame>
  )
}
