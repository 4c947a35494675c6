import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import {
  address,
  asked,
  expectNothingPersonal,
  findIds,
  findPlace,
  findTable,
  holdPages,
  openApp,
  pane,
  runSandbox,
  searchField,
  server,
} from './app'
import { idsOf, listed } from './listed'
import { serveList } from './long-list'

runSandbox()

const marisol = { email: 'marisol.vega@lakemont.example', identifier: 'L0027714', id: 9599901 }
const askedPerson = () => asked.filter((request) => request.startsWith('GET /person/'))

it.each([
  ['e-mail', marisol.email, `GET /person/${encodeURIComponent(marisol.email)}?findBy=email`],
  ['ID number', marisol.identifier, `GET /person/${marisol.identifier}?findBy=identifier`],
])(
  'a whole %s asks for the person first: the photo is there before the status is read',
  async (_what, text, request) => {
    const letGo = holdPages('max=1000')
    const { user } = await openApp('/photos')
    await findTable()
    await user.click(searchField())
    await user.paste(text)
    await findPlace('1–1 of 1 that match, of 0 loaded')
    await findIds([marisol.id])
    expect(askedPerson()).toEqual([request])
    letGo()
    await findPlace('1–1 of 1 that match')
    await findIds([marisol.id])
    expectNothingPersonal()
  },
)

it('a part of an e-mail or of a number asks for nobody', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.click(searchField())
  for (const text of ['marisol', 'marisol.vega@', 'vega marisol', '277']) {
    await user.clear(searchField())
    await user.paste(text)
    await findPlace(/that match$/)
  }
  expect(askedPerson()).toEqual([])
})

it('while a number is typed, nobody is asked for its beginnings', async () => {
  await openApp('/photos')
  await findTable()
  // In one breath, however slow the machine is.
  const typed = '00451872'
  for (let length = 1; length <= typed.length; length++) {
    fireEvent.change(searchField(), { target: { value: typed.slice(0, length) } })
  }
  await findPlace('1–1 of 1 that match')
  await waitFor(() => expect(askedPerson()).toEqual(['GET /person/00451872?findBy=identifier']))
})

it('a person whose photo is elsewhere is said to be there, and one press shows it', async () => {
  const [approved] = listed('APPROVED')
  const email = approved?.person?.email ?? ''
  const { user } = await openApp('/photos')
  await findTable()
  await user.click(searchField())
  await user.paste(email)
  expect(await screen.findByText(`The photo of ${email} is in Approved.`, { exact: false })).toBeVisible()
  expect(await screen.findByRole('heading', { name: 'No photo matches' })).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Show it there' }))
  await pane()
  expect(address()).toBe(`/photos?status=APPROVED&photo=${approved?.id}`)
  expect(searchField()).toHaveValue(email)
  await findIds([approved?.id ?? 0])
})

it('a filter keeps the person out as it does everybody else', async () => {
  const letGo = holdPages('max=1000')
  const { user } = await openApp('/photos?score=good')
  await user.click(searchField())
  await user.paste(marisol.email)
  await waitFor(() => expect(asked).toContain(`GET /photo/${marisol.id}`))
  letGo()
  expect(await screen.findByRole('heading', { name: 'No photo matches' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Score filter' }))
  await findIds([marisol.id])
})

it('above 20,000 the person is shown, and the question is asked beside them', async () => {
  const rows = serveList(61_240)
  const last = rows.at(-1)
  server.use(
    http.get('*/cloudcard/person/:value', () =>
      HttpResponse.json({ id: 1, currentPhoto: { id: last?.id, status: 'PENDING' } }),
    ),
  )
  const { user } = await openApp('/photos')
  await findTable()
  await user.click(searchField())
  await user.paste(last?.person?.email ?? '')
  await findIds(idsOf(rows).slice(-1))
  expect(screen.getByText('Not searched yet: 61,240 photos, about 145 MB.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Load the newest 20,000' }))
  await findPlace('1–1 of 1 that match, of 20,000 loaded')
  await findIds(idsOf(rows).slice(-1))
})

it('a person that CloudCard does not know is searched for in the list all the same', async () => {
  server.use(http.get('*/cloudcard/person/:value', () => new HttpResponse(null, { status: 404 })))
  const { user } = await openApp('/photos')
  await findTable()
  await user.click(searchField())
  await user.paste(marisol.email)
  await findPlace('1–1 of 1 that match')
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

it.each([
  ['fails', () => new HttpResponse(null, { status: 500 })],
  ['is answered without a person', () => HttpResponse.json(null)],
])(
  'where the look-up of a person %s, that nobody was found here is not the last word',
  async (_how, answer) => {
    const [approved] = listed('APPROVED')
    server.use(http.get('*/cloudcard/person/:value', answer))
    const { user } = await openApp('/photos')
    await findTable()
    await user.click(searchField())
    await user.paste(approved?.person?.email ?? '')
    expect(await screen.findByRole('heading', { name: 'No photo matches' })).toBeVisible()
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(
      "This person's photo may be in another list: that could not be looked up.",
    )
    server.resetHandlers()
    within(alert).getByRole('button', { name: 'Try again' }).focus()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('link', { name: 'Show it there' })).toBeVisible()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(document.body).not.toHaveFocus()
  },
)
