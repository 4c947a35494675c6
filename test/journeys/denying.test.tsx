import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { delay, getResponse, http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import {
  address,
  askedDecisions,
  findDecisions,
  openApp,
  pane,
  runSandbox,
  sandbox,
  server,
  stopHoldTime,
} from './app'

runSandbox()
const passHold = stopHoldTime()

const marisol = 9599901
const amara = 9599824
const requirements = [
  'Face centered',
  'No sunglasses',
  'Head uncovered',
  'Plain background',
  'Even lighting',
  'Sharp and in focus',
  'Shoulders visible',
  'One person only',
  'Hats & Glasses = No',
]
const form = async () => within(await screen.findByRole('region', { name: 'Deny photo' }))
const heading = (name: RegExp | string) => screen.findByRole('heading', { name })

async function openForm(id = marisol) {
  const app = await openApp(`/photos?photo=${id}`)
  await pane()
  ;(await heading(/^Photo of/)).focus()
  await app.user.keyboard('d')
  await (await form()).findAllByRole('checkbox')
  return app
}

it('Deny opens a form in place: the requirements in the organization’s order, nothing ticked, the first one in focus', async () => {
  const { user } = await openForm()
  const boxes = (await form()).getAllByRole('checkbox')
  expect(boxes.map((box) => box.closest('label')?.textContent?.replace(/^\d/, ''))).toEqual(
    requirements.map((name) => expect.stringMatching(new RegExp(`^${name}`))),
  )
  for (const box of boxes) expect(box).not.toBeChecked()
  expect(boxes[0]).toHaveFocus()
  expect(boxes.map((box) => box.getAttribute('aria-keyshortcuts'))).toEqual([...'123456789'])
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('region', { name: 'Deny photo' })).not.toBeInTheDocument()
  expect(await heading(/^Photo of marisol/)).toHaveFocus()
  expect(address()).toBe(`/photos?photo=${marisol}`)
})

it('a digit that is held down ticks its reason once, and nothing is said against it', async () => {
  const { user } = await openForm()
  await user.keyboard('{2>3/}')
  expect((await form()).getByRole('checkbox', { name: /^No sunglasses/ })).toBeChecked()
  expect(screen.queryByText(/can't be sent as a reason/)).not.toBeInTheDocument()
})

it('a denial with three reasons, another one and a note arrives letter for letter', async () => {
  const { user } = await openForm()
  await user.keyboard('925')
  await user.type((await form()).getByRole('textbox', { name: 'Other reason' }), 'A dog & a cat')
  await user.type(
    (await form()).getByRole('textbox', { name: 'Note to cardholder' }),
    'Drinnen, bitte: 100 % Licht?{Enter}Grüße + Dank',
  )
  expect((await form()).getByText(/^Denied for: No sunglasses, Even lighting, Hats/)).toBeVisible()
  await user.click((await form()).getByRole('button', { name: 'Deny photo' }))
  expect(await heading(/^Photo of amara/)).toHaveFocus()
  expect((await findDecisions()).getByText('Denying in 6 s')).toBeVisible()
  passHold(6)
  await waitFor(() => expect(sandbox.db.mails).toHaveLength(1))
  expect(sandbox.db.mails[0]).toMatchObject({
    to: 'marisol.vega@lakemont.example',
    status: 'DENIED',
    reasons: ['No sunglasses', 'Even lighting', 'Hats & Glasses = No'],
    otherReason: 'A dog & a cat',
    note: 'Drinnen, bitte: 100 % Licht?\nGrüße + Dank',
  })
})

it('Enter does nothing until a reason or a note is given, and then denies', async () => {
  const { user } = await openForm()
  await user.keyboard('{Enter}')
  expect(screen.getAllByText('Choose a reason, or write one.').length).toBeGreaterThan(0)
  expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  expect((await form()).getByRole('button', { name: 'Deny photo' })).toHaveAccessibleDescription(
    'Choose a reason, or write one',
  )
  await user.keyboard('33{Enter}')
  expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  await user.keyboard('3{Enter}')
  expect((await findDecisions()).getByText('Denying in 6 s')).toBeVisible()
})

it('after the first denial "Same as last" comes first, and is what Enter presses', async () => {
  const { user } = await openForm()
  await user.keyboard('21{Enter}')
  await heading(/^Photo of amara/)
  await user.keyboard('d')
  const same = await (
    await form()
  ).findByRole('button', {
    name: 'Same as last time: Face centered, No sunglasses',
  })
  expect(same).toHaveFocus()
  await user.keyboard('{Enter}')
  await heading(/^Photo of j\.lindqvist/)
  // A key that is held down does not deny the next one as well.
  await user.keyboard('d')
  fireEvent.keyDown(await (await form()).findByRole('button', { name: /^Same as last/ }), {
    key: 'Enter',
    repeat: true,
  })
  // Whoever ticks something means that.
  await user.keyboard('4{Enter}')
  await heading(/^Photo of priya/)
  passHold(6)
  await waitFor(() => expect(sandbox.db.mails).toHaveLength(3))
  expect(sandbox.db.mails.map(({ reasons }) => reasons)).toEqual([
    ['Face centered', 'No sunglasses'],
    ['Face centered', 'No sunglasses'],
    ['Plain background'],
  ])
})

it('what was ticked and typed is there again: after closing the form, after browsing, and after undoing', async () => {
  const { user } = await openForm()
  await user.keyboard('2')
  await user.type((await form()).getByRole('textbox', { name: 'Other reason' }), 'Blurred')
  await user.click((await form()).getByRole('button', { name: 'Cancel' }))
  await user.keyboard('j')
  await heading(/^Photo of amara/)
  await user.keyboard('k')
  await heading(/^Photo of marisol/)
  await user.keyboard('d')
  expect((await form()).getByRole('checkbox', { name: /No sunglasses/ })).toBeChecked()
  expect((await form()).getByRole('textbox', { name: 'Other reason' })).toHaveValue('Blurred')
  await user.click((await form()).getByRole('button', { name: 'Deny photo' }))
  await heading(/^Photo of amara/)
  await user.keyboard('u')
  await heading(/^Photo of marisol/)
  await user.keyboard('d')
  expect((await form()).getByRole('textbox', { name: 'Other reason' })).toHaveValue('Blurred')
})

it('letters in the form are letters, or nothing: they neither approve nor leave', async () => {
  const { user } = await openForm()
  await user.keyboard('aj{ArrowRight}s')
  expect(await heading(/^Photo of marisol/)).toBeInTheDocument()
  expect(screen.getByRole('region', { name: 'Deny photo' })).toBeVisible()
  await user.click((await form()).getByRole('textbox', { name: 'Other reason' }))
  await user.keyboard('ad2')
  expect((await form()).getByRole('textbox', { name: 'Other reason' })).toHaveValue('ad2')
  expect((await form()).getByRole('checkbox', { name: /No sunglasses/ })).not.toBeChecked()
})

it('Enter that ends a composition is no answer: half a word denies nobody', async () => {
  const { user } = await openForm()
  const other = (await form()).getByRole('textbox', { name: 'Other reason' })
  await user.type(other, 'にほ')
  fireEvent.keyDown(other, { key: 'Enter', isComposing: true })
  // In Safari the composition is over before its Enter comes.
  fireEvent.keyDown(other, { key: 'Enter', keyCode: 229 })
  fireEvent.keyDown(other, { key: 'Escape', isComposing: true })
  expect(screen.getByRole('region', { name: 'Deny photo' })).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  fireEvent.keyDown(other, { key: 'Enter' })
  expect((await findDecisions()).getByText('Denying in 6 s')).toBeVisible()
})

it.each(['Other reason', 'Note to cardholder'])(
  'Escape in "%s" leads back to the photo, and what was typed is there again',
  async (field) => {
    const { user } = await openForm()
    await user.type((await form()).getByRole('textbox', { name: field }), 'Half a sen')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Deny photo' })).not.toBeInTheDocument()
    expect(await heading(/^Photo of marisol/)).toHaveFocus()
    expect(screen.getAllByText(/^Your reasons and note are kept/).length).toBeGreaterThan(0)
    await user.keyboard('d')
    expect((await form()).getByRole('textbox', { name: field })).toHaveValue('Half a sen')
  },
)

it.each([
  ['French', 'é', 'Digit2'],
  ['Persian', '۲', 'Digit2'],
])('on a %s keyboard the key of a reason ticks it', async (_, key, code) => {
  await openForm()
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code })
  expect((await form()).getByRole('checkbox', { name: /No sunglasses/ })).toBeChecked()
})

it('a note that is too long says by how much, and is not sent', async () => {
  const { user } = await openForm()
  const note = (await form()).getByRole('textbox', { name: 'Note to cardholder' })
  expect(note).toHaveAccessibleDescription(/^3,9\d\d left$/)
  // Two bytes a letter, encoded as six.
  fireEvent.change(note, { target: { value: 'é'.repeat(700) } })
  expect(note).toHaveAccessibleDescription(/^\d+ too many$/)
  const deny = (await form()).getByRole('button', { name: 'Deny photo' })
  expect(deny).toHaveAccessibleDescription('The note is too long')
  await user.click(deny)
  expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  fireEvent.change(note, { target: { value: 'é'.repeat(600) } })
  await user.click(deny)
  passHold(6)
  await waitFor(() => expect(askedDecisions()).toHaveLength(1))
  expect(`/cloudcard${askedDecisions()[0]?.slice(4)}`.length).toBeLessThan(4_000)
})

it('a requirement that is named like a parameter is refused, and says so', async () => {
  server.use(
    http.get('*/cloudcard/photo/*', async ({ request }) => {
      const answer = await getResponse(sandbox.handlers, request)
      const photo = await answer?.json()
      photo.person.organization.photoRequirements = [
        { id: 1, name: 'otherReason' },
        { id: 2, name: 'Hat' },
      ]
      return HttpResponse.json(photo)
    }),
  )
  const { user } = await openForm(amara)
  const box = (await form()).getByRole('checkbox', { name: /^otherReason/ })
  expect(box).toBeDisabled()
  expect((await form()).getByText(/uses this name for something else/)).toBeVisible()
  await user.keyboard('1')
  expect(box).not.toBeChecked()
  expect(screen.getAllByText("otherReason can't be sent as a reason.").length).toBeGreaterThan(0)
})

it('on the photo page the form takes the place of the details, and says how sure the bot is without advising', async () => {
  const { user } = await openApp(`/photos/${marisol}`)
  await screen.findByRole('table', { name: 'Classifications' })
  await user.click(screen.getByRole('button', { name: 'Deny' }))
  const reason = (await form()).getByRole('checkbox', { name: /No sunglasses/ }).closest('label')
  expect(reason).toHaveTextContent(/No sunglassesBot: 12% sure$/)
  expect((await form()).queryByText(/Good|Fair|Bad/)).not.toBeInTheDocument()
  expect(screen.queryByRole('region', { name: 'Photo details' })).not.toBeInTheDocument()
  await user.keyboard('2{Enter}')
  expect(await heading(`Photo ${amara}`)).toHaveFocus()
})

it('reasons that could not be loaded at the start are asked for again with the form, and by its button', async () => {
  let failures = 0
  const failing = () => {
    failures++
    return HttpResponse.json({}, { status: 400 })
  }
  server.use(http.get('*/cloudcard/photo/:id', failing))
  const { user } = await openApp(`/photos?photo=${marisol}`)
  await pane()
  ;(await heading(/^Photo of/)).focus()
  await waitFor(() => expect(failures).toBeGreaterThan(0))
  const before = failures
  await user.keyboard('d')
  const again = await (await form()).findByRole('button', { name: 'Load them' })
  await waitFor(() => expect(failures).toBeGreaterThan(before))
  server.resetHandlers()
  await user.click(again)
  expect(await (await form()).findByRole('checkbox', { name: /Face centered/ })).toBeVisible()
  // The button has gone with what it has brought, and the keys of the form still work.
  await user.keyboard('1')
  expect((await form()).getByRole('checkbox', { name: /Face centered/ })).toHaveFocus()
})

it('reasons that are on their way are said to be', async () => {
  server.use(http.get('*/cloudcard/photo/:id', () => delay('infinite')))
  const { user } = await openApp(`/photos?photo=${marisol}`)
  await pane()
  ;(await heading(/^Photo of/)).focus()
  await user.keyboard('d')
  expect(await (await form()).findByText('Loading the photo requirements…')).toBeVisible()
  expect((await form()).getByRole('button', { name: 'Load them' })).toHaveAccessibleDescription('Loading…')
})
