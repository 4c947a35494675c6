import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { keepingProblem } from '../../src/base/kept'
import { findApprove, findDecisions, findTable, openApp, runSandbox, sandbox, stopHoldTime } from './app'

runSandbox()
const passHold = stopHoldTime()
afterEach(() => keepingProblem.set(null))

it.each([
  ['SecurityError', 'This browser keeps nothing for Loupe.'],
  ['QuotaExceededError', "This browser's storage is full."],
])(
  'where storage answers with %s, one works all the same and is told what does not last',
  async (name, words) => {
    const refuse = () => {
      throw new DOMException('', name)
    }
    const writing = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
    const reading = vi.spyOn(Storage.prototype, 'getItem')
    if (name === 'SecurityError') reading.mockImplementation(refuse)
    const { user } = await openApp('/photos')
    expect(await findTable()).toBeVisible()
    expect(screen.getByText(words)).toBeVisible()
    await user.type(screen.getByRole('searchbox', { name: 'Search photos' }), 'lakemont')
    expect(await findTable()).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'OK' }))
    expect(screen.queryByText(words)).not.toBeInTheDocument()
    await user.click(await screen.findByRole('link', { name: /^marisol/ }))
    await user.click(await findApprove())
    await findDecisions()
    passHold(6)
    await waitFor(() => expect(sandbox.db.mails).toHaveLength(1))
    writing.mockRestore()
    reading.mockRestore()
  },
)

it('storage that another tab has emptied ends no session, and what is held is sent', async () => {
  const { user } = await openApp('/photos?photo=9599901')
  await user.click(await findApprove())
  await findDecisions()
  const journal = () => Object.entries(localStorage).filter(([key]) => key.startsWith('loupe.journal'))
  expect(journal()).toHaveLength(1)
  act(() => {
    localStorage.clear()
    window.dispatchEvent(new StorageEvent('storage', { key: null }))
  })
  expect(await findTable()).toBeVisible()
  expect(screen.getByRole('banner')).toBeVisible()
  // It could still be lost with its tab.
  expect(JSON.stringify(journal())).toContain('9599901')
  passHold(6)
  await waitFor(() => expect(sandbox.db.mails).toHaveLength(1))
  expect(journal()).toEqual([])
})

it('where storage was emptied by another tab, a desk that somebody has left locks all the same', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  // Until somebody touches the page nothing waits for an end.
  await user.keyboard('{Shift}')
  await act(async () => passHold(60))
  act(() => {
    localStorage.clear()
    window.dispatchEvent(new StorageEvent('storage', { key: null }))
  })
  await act(async () => passHold(15 * 60 + 1))
  expect(await screen.findByRole('dialog', { name: 'Are you still there?' })).toHaveTextContent(
    /Loupe locks in \d+ s because nobody/,
  )
  await act(async () => passHold(61))
  expect(await screen.findByRole('heading', { name: 'Loupe is locked' })).toBeVisible()
})
