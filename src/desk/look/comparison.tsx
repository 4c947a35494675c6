import { CompareView, type CompareProps } from './compare-view'

/** The comparison while it is open. */
export function Comparison(props: Omit<CompareProps, 'onClose'>) {
  return props.look.isComparing && <CompareView {...props} onClose={props.look.closeComparison} />
}
