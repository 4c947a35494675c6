import type { Row } from '../../api/photo'

// Accents and case do not matter: "José" is found by "jose".
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * The rows of this page that have every word of `text`, in any order, in their e-mail, username, ID number or photo id.
 * Rows that could not be read stay: nobody can say that they do not match.
 */
export function searchRows(rows: readonly Row[], text: string): readonly Row[] {
  const words = folded(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    if (row.kind === 'unreadable') return true
    const { id, cardholder } = row.photo
    const searched = folded(`${cardholder.email} ${cardholder.username} ${cardholder.identifier} ${id}`)
    return words.every((word) => searched.includes(word))
  })
}
