import { defineConfig } from '@playwright/test'
import base from '../../playwright.config'

/** The pictures of the README, taken of the app as "npm run build" left it. */
export default defineConfig({ ...base, testDir: '.', testMatch: 'pictures.ts', workers: 1 })
