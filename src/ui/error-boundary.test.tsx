import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ErrorBoundary } from './error-boundary'

function Page({ isBroken }: { isBroken: boolean }) {
  if (isBroken) throw new Error('a fault of ours')
  return <p>The photos</p>
}

const boundary = (address: string, isBroken: boolean) => (
  <ErrorBoundary resetKey={address} fallback={<p>Loupe has stopped</p>}>
    <Page isBroken={isBroken} />
  </ErrorBoundary>
)

it('a fault of ours shows a page with a way out, and another address is tried afresh', () => {
  const onCaughtError = vi.fn()
  const { rerender } = render(boundary('/photos/1', true), { onCaughtError })
  expect(screen.getByText('Loupe has stopped')).toBeVisible()
  expect(onCaughtError).toHaveBeenCalledOnce()
  rerender(boundary('/photos/1', false))
  expect(screen.getByText('Loupe has stopped')).toBeVisible()
  rerender(boundary('/photos', false))
  expect(screen.getByText('The photos')).toBeVisible()
})
