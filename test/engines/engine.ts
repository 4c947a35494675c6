/** Where the main job is done; "safari-habits" is Chromium that imitates what Safari on a Mac does otherwise. */
export const engines = ['chromium', 'safari-habits', 'firefox', 'webkit'] as const
export type Engine = (typeof engines)[number]
export interface EngineOption {
  engine: Engine
}
