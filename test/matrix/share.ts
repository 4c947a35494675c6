import { calls } from './calls'
import type { Call } from './cell'
import { faults, type Fault } from './faults'
import { whyNone } from './meaning'

type Cell = { call: Call; fault: Fault }

const everyCell: readonly Cell[] = calls.flatMap((call) =>
  faults.filter((fault) => whyNone(call, fault) === null).map((fault) => ({ call, fault })),
)

/** One of so many is run with all other tests. */
const share = 4
/** What can befall few calls is run for all of these. */
const few = 5

function isInShare({ call, fault }: Cell): boolean {
  const befallen = everyCell.filter((cell) => cell.fault === fault)
  return befallen.length < few || (calls.indexOf(call) + faults.indexOf(fault)) % share === 0
}

const { MATRIX: mode = 'share', MATRIX_CELL: wanted = '' } = process.env
export const isWriting = mode === 'write'
const [wantedCall = '', wantedFault = ''] = wanted.split(/ x (.*)/)

/** The cells that are run: all, those of one call, one, or a share in which each call and each fault comes up. */
export const cellsToRun: readonly Cell[] = everyCell.filter(
  (cell) =>
    (mode !== 'share' || wanted !== '' || isInShare(cell)) &&
    (wantedCall === '' || wantedCall === cell.call.name) &&
    (wantedFault === '' || wantedFault === cell.fault.name),
)
export const isOneCell = wantedFault !== ''
