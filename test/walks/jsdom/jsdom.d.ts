/** What the walks use of it. */
declare module 'jsdom' {
  import type { Context } from 'node:vm'

  export type DOMWindow = Window & typeof globalThis

  export class VirtualConsole {
    on(event: 'error' | 'warn', listener: (...words: unknown[]) => void): void
    on(event: 'jsdomError', listener: (error: Error) => void): void
  }

  export class JSDOM {
    readonly window: DOMWindow
    constructor(
      html: string,
      options?: { url: string; runScripts: 'outside-only'; virtualConsole: VirtualConsole },
    )
    getInternalVMContext(): Context
  }
}
