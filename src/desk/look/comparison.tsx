import { later } from '../../ui/later'
import { asDialog } from '../../ui/part-failure'
import type { CompareProps } from './compare-view'

const CompareView = later(async () => (await import('./compare-view')).CompareView, {
  failed: asDialog('Compare'),
})

/** The comparison while it is open; the code for it comes when it is first wanted. */
export function Comparison(props: Omit<CompareProps, 'onClose'>) {
  return props.look.isComparing && <CompareView {...props} onClose={props.look.closeComparison} />
}
