import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { findDecisions } from './app'

type Does = 'Approve' | 'Deny' | 'Hold' | 'Release' | 'Send again'

export const selection = async () => within(await screen.findByRole('region', { name: 'Selection' }))
export const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }))

/** The button for all that are ticked, which were all looked at by then. */
export const allOf = (does: Does) => ({ name: new RegExp(`^${does} [\\d,]+ photos?$`) })

export async function selectPage(user: UserEvent) {
  await user.click(await screen.findByRole('checkbox', { name: 'Select all on this page' }))
  await selection()
}

/** Opens the dialog for all that are selected. */
export async function openTogether(user: UserEvent, does: Does) {
  await user.click((await selection()).getByRole('button', { name: new RegExp(`^${does} \\d+ photos?$`) }))
  return dialog(`${does} together`)
}

/** Approves the first page of the pending photos, as far as they can be shown. */
export async function approvePage(user: UserEvent) {
  await selectPage(user)
  const together = await openTogether(user, 'Approve')
  await user.click(await together.findByRole('button', allOf('Approve')))
  return findDecisions()
}

/** The line of the dialog that says how many are selected. */
export const chosenOf = (together: ReturnType<typeof within>) =>
  together.getByText(/selected/, { selector: '[role=status]' })
