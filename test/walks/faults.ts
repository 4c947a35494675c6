import type { OfficeAnswer } from './office'

export const faultKinds = [
  '429',
  '500',
  '503',
  '401',
  '409',
  'time-out',
  'reset',
  'lost answer',
  'slow',
  'yes without doing it',
] as const
export type FaultKind = (typeof faultKinds)[number]

export type Fault = {
  kind: FaultKind
  /** Epoch ms. */
  until: number
  /** So many answers still go wrong. */
  left: number
  isOf: (method: string, path: string) => boolean
}

type Usual = () => Promise<{ status: number; headers: Record<string, string>; text: string }>

const failed = (status: number, text = 'Something went wrong', headers: Record<string, string> = {}) => ({
  kind: 'answer' as const,
  status,
  headers: { 'Content-Type': 'text/html', ...headers },
  text,
  delayMs: 20,
})

const saysNothing = ['', 'null', '{}', '[]']

/** What CloudCard, or the network before it, makes of a request. */
export async function faultAnswer(
  { kind, left }: Fault,
  usual: Usual,
  delayMs: number,
): Promise<OfficeAnswer> {
  switch (kind) {
    case '429':
      return failed(429, 'Too many', { 'Retry-After': '3' })
    case '500':
      return failed(500)
    case '503':
      return failed(503)
    case '401':
      return { ...failed(401, '{"status":401}'), headers: { 'Content-Type': 'application/json' } }
    case '409':
      return { ...failed(409, '{"status":409}'), headers: { 'Content-Type': 'application/json' } }
    case 'time-out':
      return { kind: 'never' }
    case 'reset':
      return { kind: 'reset', delayMs }
    case 'lost answer':
      await usual()
      return { kind: 'reset', delayMs }
    case 'slow':
      return { kind: 'answer', ...(await usual()), delayMs: 2_500 }
    case 'yes without doing it': {
      const text = saysNothing[left % saysNothing.length] ?? ''
      const headers = { 'Content-Type': 'application/json' }
      return { kind: 'answer', status: text === '' ? 204 : 200, headers, text, delayMs }
    }
  }
}
