import { getByLabelText } from '@testing-library/react'
import { sandboxSignIn } from '../../src/sandbox/sandbox'
import { openApp } from '../journeys/app'
import type { Call } from './cell'
import { openDesk } from './desk'
import { find, one, press, type } from './person'

const field = (label: string) => getByLabelText<HTMLInputElement>(document.body, label)
const isThere = (label: string, text: string) => () => signIn.stands() || field(label).value === text

export const signIn: Call = {
  name: 'sign-in',
  answers: 'a token',
  isOf: ({ url }) => url.endsWith('/api/login'),
  async open() {
    await openApp('/photos', { isSignedIn: false })
    await type(await find('textbox', 'E-mail'), sandboxSignIn.username)
    await type(field('Password'), sandboxSignIn.password)
  },
  make: async () => press(await find('button', 'Sign in')),
  stands: () => Boolean(one('table', 'Pending photos')),
  again: () => one('button', 'Sign in'),
  hand: [
    { what: 'the e-mail', isThere: isThere('E-mail', sandboxSignIn.username) },
    { what: 'the password', isThere: isThere('Password', sandboxSignIn.password) },
  ],
}

const signedOut = () => one('status', /./) ?? one('status')

export const signOut: Call = {
  name: 'sign-out',
  answers: 'nothing',
  isOf: ({ url }) => url.endsWith('/logout'),
  open: () => openDesk({ holds: false }),
  make: async () => press(await find('button', 'Sign out')),
  stands: () => signedOut()?.textContent === 'You are signed out.',
  said: () => {
    const status = signedOut()
    return status?.textContent?.startsWith('You are signed out on') ? status : undefined
  },
  isFinal: () => true,
  hand: [],
}
