import { command, everywhere } from './command'

export const help = command({ keys: ['?'], does: 'Help', where: everywhere })
