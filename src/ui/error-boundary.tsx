import { Component, type ReactNode } from 'react'
import { address } from '../base/address'

type Props = { fallback: ReactNode; children: ReactNode }
type State = { hasFailed: boolean; redrawn: number }

/** So often in a row it is drawn from scratch, where somebody else changes the page at each time. */
const mostRedrawn = 3

/**
 * Shows `fallback` where drawing its children throws; another address tries again. What failed because somebody else, such as a
 * translator, has moved or removed parts of the page is drawn again from scratch.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, redrawn: 0 }

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown) {
    const isOfOthers = error instanceof DOMException && error.name === 'NotFoundError'
    if (isOfOthers && this.state.redrawn < mostRedrawn) {
      this.setState(({ redrawn }) => ({ hasFailed: false, redrawn: redrawn + 1 }))
    }
  }

  private stopFollowing?: () => void

  override componentDidMount() {
    this.stopFollowing = address.subscribe(() => {
      if (this.state.hasFailed || this.state.redrawn > 0) this.setState({ hasFailed: false, redrawn: 0 })
    })
  }

  override componentWillUnmount() {
    this.stopFollowing?.()
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
