import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'

it('a wait in vain ends with the whole page in its message, and a look in vain too', async () => {
  document.body.innerHTML = '<p>All there is</p>'
  await expect(screen.findByRole('button', { name: 'Gone' }, { timeout: 1 })).rejects.toThrow('All there is')
  expect(() => screen.getByRole('button', { name: 'Gone' })).toThrow('All there is')
})
