import { later } from '../../components/later'
import { asDialog } from '../../components/part-failure'
import type { CompareProps } from './compare-view'

const CompareView = later(async () => (await import('./compare-view')).CompareView, {
  failed: asDialog('Compare'),
})

/** The comparison while it is open; the code for it comes when it is first wanted. */
export function Comparison(props: Omit<CompareProps, 'onClose'>) {
  return props.look.isComparing && <CompareView {...props} onClose={props.look.closeComparison} />
}
