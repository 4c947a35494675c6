import { everywhere, type Command } from './command'

export const help: Command = { keys: ['?'], label: '?', does: 'Help', where: everywhere }
