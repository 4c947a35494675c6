import { screen, within } from '@testing-library/react'
import { getResponse, http, HttpResponse } from 'msw'
import { beforeEach, expect, it } from 'vitest'
import { findPlace, findTable, openApp, pane, runSandbox, sandbox, searchField, server } from './app'

runSandbox()

type Answer = { person?: { organization?: object } }

beforeEach(() =>
  server.use(
    http.get('*/cloudcard/photo/:id', async ({ request }) => {
      const answer = await getResponse(sandbox.handlers, request)
      const detail = (await answer?.json()) as Answer
      const { person } = detail
      const organization = { ...person?.organization, personIdentifierLabel: 'Student number' }
      return HttpResponse.json({ ...detail, person: { ...person, organization } })
    }),
  ),
)

const expectOwnWord = () => expect(document.body).not.toHaveTextContent(/ID number/i)

it('what an office calls the ID number stands wherever it is meant', async () => {
  const { user } = await openApp('/photos')
  await findPlace(/^1–25 of/)
  expect(await screen.findByRole('columnheader', { name: 'Student number' })).toBeVisible()
  expectOwnWord()
  await user.click(within(await findTable()).getAllByRole('link')[2] ?? document.body)
  expect(await within(await pane()).findByText('Student number')).toBeVisible()
  expectOwnWord()
  await user.click(screen.getByRole('button', { name: 'Settings' }))
  expect(await screen.findByRole('checkbox', { name: 'Student number' })).toBeVisible()
  expectOwnWord()
  await user.keyboard('{Escape}')
  await user.click(screen.getAllByRole('button', { name: 'Export CSV' })[0] ?? document.body)
  expect(await screen.findByText(/choose the “Student number” column/)).toBeVisible()
  expectOwnWord()
  await user.click(screen.getAllByRole('button', { name: 'Close' })[0] ?? document.body)
  await user.click(screen.getByRole('button', { name: /^Grid/ }))
  // Above the tiles, and among the filters where the list is narrow.
  for (const order of await screen.findAllByRole('combobox', { name: 'Sort by' }))
    expect(within(order).getByRole('option', { name: 'Student number, ascending' })).toBeVisible()
  expectOwnWord()
  await user.type(searchField(), 'nobody at all')
  expect(await screen.findByText(/Try the Student number or the e-mail/)).toBeVisible()
  expectOwnWord()
})
