import type { Process } from '../../cloudcard/process-photo'
import { processes } from '../repair/processes'
import { afterRepair, command, type Command } from './command'

const commandFor = (process: Process, key: string, does: string) =>
  command({
    keys: [key],
    does,
    offReason: ({ repairing }) => repairing.offReasonOf(process),
    run: ({ repairing }) => repairing.press(process),
    button: { words: processes[process].does },
  })

const repairs: Readonly<Record<Process, Command>> = {
  rotate: commandFor('rotate', 'r', 'Have CloudCard turn the photo upright; there is no way back'),
  crop: commandFor('crop', 'x', 'Have CloudCard crop the photo; there is no way back'),
  removeBackground: commandFor(
    'removeBackground',
    'b',
    'Have CloudCard clean the background; there is no way back',
  ),
}

export const commandOf = (process: Process): Command => repairs[process]
export const repairCommands: readonly Command[] = Object.values(repairs)

export const keep = command({
  keys: ['Enter'],
  does: 'Keep the new picture',
  where: afterRepair,
  run: ({ repairing }) => repairing.keep(),
})
