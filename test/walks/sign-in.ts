import type { Hands } from './hands'

const mail = 'office@example.edu'

/**
 * Signs in where Loupe asks for it; false where it does not. What stands in the fields already, such as letters that were meant for
 * a photo, is replaced.
 */
export async function signIn(hands: Hands): Promise<boolean> {
  if (!(await hands.click({ role: 'textbox', name: /^Password/ }))) return false
  const { fields } = await hands.see()
  const mailField = fields.find(({ name }) => name.startsWith('E-mail'))
  if (mailField && mailField.value !== mail) {
    await hands.click({ role: 'textbox', name: /^E-mail/ })
    await replace(hands, mailField.value, mail)
    await hands.click({ role: 'textbox', name: /^Password/ })
  }
  await replace(hands, fields.find(({ isPassword }) => isPassword)?.value ?? '', 'sandbox')
  await hands.press('Enter')
  return true
}

async function replace(hands: Hands, old: string, text: string): Promise<void> {
  await hands.press('End')
  for (let left = old.length; left > 0; left--) await hands.press('Backspace')
  await hands.type(text)
}
