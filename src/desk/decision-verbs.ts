import type { Decision } from '../cloudcard/update-photo'

export const decisionVerbs: Record<Decision['status'], { doing: string; does: string; done: string }> = {
  APPROVED: { doing: 'Approving', does: 'Approve', done: 'Approved' },
  DENIED: { doing: 'Denying', does: 'Deny', done: 'Denied' },
}
