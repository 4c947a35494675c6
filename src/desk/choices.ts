import type { Photo } from '../cloudcard/photo'

export type Choice = 'approve' | 'deny' | 'skip'

/** What the office decides in which status; in all others nothing. */
const choices: Record<string, readonly Choice[]> = {
  PENDING: ['approve', 'deny', 'skip'],
  APPROVED: ['deny'],
  DENIED: ['approve'],
}

export function choicesOf({ status }: Photo): readonly Choice[] {
  return Object.hasOwn(choices, status) ? (choices[status] ?? []) : []
}

/** Whether photos of a status are approved. */
export const canApproveIn = (status: string): boolean =>
  Object.hasOwn(choices, status) && (choices[status]?.includes('approve') ?? false)

/** Whether photos of a status, or some of 'ALL', can be chosen to be decided together. */
export function isDecidable(status: string): boolean {
  return status === 'ALL' || Object.hasOwn(choices, status)
}
