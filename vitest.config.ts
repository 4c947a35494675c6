import { defineConfig } from 'vitest/config'

// Apart from vite.config.ts: its servers, and the sandbox behind them, are not started for unit tests.
const withoutDom = [
  '{src/{cloudcard,queue,sandbox,server},deploy}/**/*.test.ts',
  'src/review/decision-machine*.test.ts',
  'test/walks/**/*.test.ts',
]
const withDom = { environment: 'jsdom', setupFiles: ['test/setup.ts'] }

export default defineConfig({
  test: {
    env: { TZ: 'America/New_York' },
    // Its entry for Node is none that Node can load.
    server: { deps: { inline: ['@panzoom/panzoom'] } },
    // A busy machine is slow, not wrong.
    testTimeout: 60_000,
    // Both cores of the smallest machine that this is run on.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: withoutDom } },
      {
        extends: true,
        test: { name: 'unit-dom', include: ['src/**/*.test.{ts,tsx}'], exclude: withoutDom, ...withDom },
      },
      // One loading of the app for all files: each journey begins by forgetting what the one before left (endJourney).
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/{journeys,matrix}/**/*.test.tsx'],
          isolate: false,
          ...withDom,
        },
      },
    ],
  },
})
