import { Icon } from '../ui/icon'
import type { Photo } from '../cloudcard/photo'
import { WordList } from './kinds/cells'
import type { Field } from './kinds/field'
import { several } from './kinds/options'

const of = ({ documents }: Photo) => documents.map(({ name }) => name)

export const documents = {
  name: 'Documents',
  value: { kind: 'list', of },
  cell(photo) {
    const { documents, cardholder } = photo
    if (documents.length === 0)
      return cardholder.isDocumentRequired ? <span className="text-xs text-text-2">Required</span> : null
    return (
      <>
        <span className="flex items-center gap-1.5 @wide/list:hidden">
          <Icon name="document" />
          {documents.length}
        </span>
        <WordList words={of(photo)} className="hidden @wide/list:block" />
      </>
    )
  },
  filters: {
    documents: several({
      options: ['has', 'lacks', 'required'],
      labels: { has: 'Any', lacks: 'None', required: 'Required but missing' },
      has({ documents, cardholder }, option) {
        if (documents.length > 0) return option === 'has'
        return option === 'lacks' || (option === 'required' && cardholder.isDocumentRequired)
      },
    }),
  },
  // The photo page has a part for them.
  fact: { on: 'pane' },
} satisfies Field
