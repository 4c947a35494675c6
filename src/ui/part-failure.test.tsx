import { render, screen, waitFor } from '@testing-library/react'
import { expect, it, onTestFinished } from 'vitest'
import { errorWords } from '../session/error-words'
import { FailureLine } from './failure'
import { keepFocus } from './keep-focus'
import { PartError } from './part-files'
import { asDialog, asLine, asPage, inPlace } from './part-failure'

const failure = { problem: 'replaced', isTrying: false, retry: () => {} } as const

it.each([
  ['in the place of the part', () => inPlace('The photo')({}, failure)],
  ['in place of a page', () => asPage('My decisions')({}, failure)],
  ['in a line', () => asLine('The grid')({}, failure)],
  ['in a dialog', () => asDialog('Settings')({}, failure)],
  [
    'about what needs the part',
    () => <FailureLine title="Names" words={errorWords(new PartError('replaced'))} onRetry={() => {}} />,
  ],
])('after an update only a reload helps, and nothing else is offered %s', (_where, draw) => {
  render(draw())
  expect(screen.getByRole('alert')).toHaveTextContent('Loupe was updated while this page was open.')
  const names = screen.getAllByRole('button').map(({ textContent }) => textContent)
  expect(names.filter((name) => name !== 'Close' && name !== '')).toEqual(['Reload'])
})

it('a page that comes after all takes the focus that was on Try again', async () => {
  onTestFinished(keepFocus())
  const { rerender } = render(asPage('My decisions')({}, { ...failure, problem: 'unreachable' }))
  screen.getByRole('button', { name: 'Try again' }).focus()
  rerender(
    <section>
      <h1 tabIndex={-1}>My decisions</h1>
    </section>,
  )
  await waitFor(() => expect(screen.getByRole('heading')).toHaveFocus())
})
