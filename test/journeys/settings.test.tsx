import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { findTable, openApp, runSandbox } from './app'

runSandbox()

const page = document.documentElement
const dialog = (name: string) => screen.findByRole('dialog', { name })

it('the banner says who is signed in and that this is the sandbox, and leads to what is needed seldom', async () => {
  await openApp('/photos')
  await findTable()
  const banner = within(screen.getByRole('banner'))
  expect(banner.getByText('office@example.edu')).toBeVisible()
  expect(banner.getByText('Sandbox')).toBeVisible()
  for (const name of ['Help', 'Settings', 'Sign out']) {
    expect(banner.getByRole('button', { name })).toBeVisible()
  }
})

it('theme and density hold at once, and are remembered after signing out', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.click(screen.getByRole('button', { name: 'Settings' }))
  const settings = within(await dialog('Settings'))
  const theme = within(settings.getByRole('group', { name: 'Theme' }))
  const density = within(settings.getByRole('group', { name: 'Density' }))
  expect(theme.getByRole('radio', { name: 'Match system' })).toBeChecked()
  expect(density.getByRole('radio', { name: 'Dense' })).toBeChecked()
  await user.click(theme.getByRole('radio', { name: 'Dark' }))
  await user.click(density.getByRole('radio', { name: 'Comfortable' }))
  expect(page).toHaveAttribute('data-theme', 'dark')
  expect(page).toHaveAttribute('data-density', 'roomy')
  await user.click(settings.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()

  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByRole('button', { name: 'Sign in' })
  page.removeAttribute('data-theme')
  page.removeAttribute('data-density')
  vi.resetModules()
  const { applySettings } = await import('../../src/session/settings')
  applySettings()
  expect(page).toHaveAttribute('data-theme', 'dark')
  expect(page).toHaveAttribute('data-density', 'roomy')
})

it('broken settings fall back one by one', async () => {
  localStorage.setItem('loupe.settings', '{"theme":"purple","density":"roomy"}')
  vi.resetModules()
  const { applySettings } = await import('../../src/session/settings')
  applySettings()
  expect(page).toHaveAttribute('data-theme', 'system')
  expect(page).toHaveAttribute('data-density', 'roomy')
})

it('Help lists the keys and what they do', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.click(screen.getByRole('button', { name: 'Help' }))
  const list = within(await dialog('Help'))
  for (const name of ['In the list', 'In an open photo', 'While denying', 'Everywhere']) {
    expect(list.getByRole('table', { name })).toBeVisible()
  }
  for (const name of ['A Approve', 'D Deny: choose reasons', '/ Search', 'J → ↓ Next photo']) {
    expect(list.getByRole('row', { name })).toBeVisible()
  }
  await user.click(list.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await user.keyboard('?')
  expect(await dialog('Help')).toBeVisible()
})
