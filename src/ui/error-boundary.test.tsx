import { act, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { go } from '../base/address'
import { ErrorBoundary } from './error-boundary'

function Page({ isBroken }: { isBroken: boolean }) {
  if (isBroken) throw new Error('a fault of ours')
  return <p>The photos</p>
}

const boundary = (isBroken: boolean) => (
  <ErrorBoundary fallback={<p>Loupe has stopped</p>}>
    <Page isBroken={isBroken} />
  </ErrorBoundary>
)

it('a fault of ours shows a page with a way out, and another address is tried afresh', () => {
  const onCaughtError = vi.fn()
  const { rerender } = render(boundary(true), { onCaughtError })
  expect(screen.getByText('Loupe has stopped')).toBeVisible()
  expect(onCaughtError).toHaveBeenCalledOnce()
  rerender(boundary(false))
  expect(screen.getByText('Loupe has stopped')).toBeVisible()
  act(() => go('/photos'))
  expect(screen.getByText('The photos')).toBeVisible()
})
