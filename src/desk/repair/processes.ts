import type { Process } from '../../cloudcard/process-photo'

type ProcessWords = {
  /** On its button. */
  does: string
  again: string
  /** In a row, and beside the photo. */
  doing: string
  /** Of what came of it. */
  done: string
  /** Of the photo, in a sentence: "It was not turned." */
  past: string
  /** "from before the turn" */
  noun: string
}

/** What CloudCard can be asked for, in the order of the buttons. */
export const processes: Readonly<Record<Process, ProcessWords>> = {
  rotate: {
    does: 'Turn',
    again: 'Turn again',
    doing: 'Turning',
    done: 'Turned',
    past: 'turned',
    noun: 'turn',
  },
  crop: {
    does: 'Crop',
    again: 'Crop again',
    doing: 'Cropping',
    done: 'Cropped',
    past: 'cropped',
    noun: 'crop',
  },
  removeBackground: {
    does: 'Clean background',
    again: 'Clean again',
    doing: 'Cleaning background',
    done: 'Background cleaned',
    past: 'cleaned',
    noun: 'cleaning',
  },
}
