import * as v from 'valibot'
import { createStore, useStore } from '../base/store'
import { keptInBrowser } from '../base/kept'
import { parsedAs } from '../base/parsed'

/** Of what each can be chosen, in this order. */
export const choices = {
  theme: ['system', 'light', 'dark'],
  density: ['dense', 'roomy'],
  /** Every so many minutes the newest end of the list is looked at. */
  news: ['off', '2', '5', '15'],
  /** So many seconds a decision is held, in which it can be undone. */
  hold: ['0', '3', '6', '10', '15'],
  letterKeys: ['on', 'off'],
  /** Documents are covered until they are asked for: at each photo, or once. */
  documents: ['photo', 'session'],
} as const

/** So many photos stand side by side in the grid. */
export const gridSizes = Array.from({ length: 17 }, (_, index) => index + 4)

const settingsSchema = v.object({
  theme: v.fallback(v.picklist(choices.theme), 'system'),
  density: v.fallback(v.picklist(choices.density), 'dense'),
  news: v.fallback(v.picklist(choices.news), '5'),
  hold: v.fallback(v.picklist(choices.hold), '6'),
  letterKeys: v.fallback(v.picklist(choices.letterKeys), 'on'),
  documents: v.fallback(v.picklist(choices.documents), 'photo'),
  /** The hint of the first time was read. */
  isHintClosed: v.fallback(v.boolean(), false),
  /** The columns of the table that are left out. */
  hiddenColumns: v.fallback(v.array(v.string()), []),
  /** null: as many as are of a good size. */
  gridSize: v.fallback(v.nullable(v.picklist(gridSizes)), null),
})

export type Settings = v.InferOutput<typeof settingsSchema>

// These belong to the device, not to the person: they may outlive signing out.
const storageKey = 'loupe.settings'

const settings = createStore<Settings>(
  parsedAs(settingsSchema, keptInBrowser.get(storageKey)) ?? v.parse(settingsSchema, {}),
)

export function useSettings(): Settings {
  return useStore(settings)
}

/** For what is no component. */
export const getSettings = (): Settings => settings.get()

export function changeSettings(patch: Partial<Settings>): void {
  settings.set({ ...settings.get(), ...patch })
  keptInBrowser.set(storageKey, JSON.stringify(settings.get()))
  applySettings()
}

/** Tells the style sheet, which does the rest. */
export function applySettings(): void {
  const { theme, density } = settings.get()
  document.documentElement.dataset['theme'] = theme
  document.documentElement.dataset['density'] = density
}
