import { Component, type ReactNode } from 'react'

type Props = { fallback: ReactNode; resetKey: string; children: ReactNode }
type State = { hasFailed: boolean; resetKey: string }

/** Shows `fallback` instead of a blank screen when drawing its children throws; another `resetKey` tries again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, resetKey: this.props.resetKey }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): State | null {
    return resetKey === state.resetKey ? null : { hasFailed: false, resetKey }
  }

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
