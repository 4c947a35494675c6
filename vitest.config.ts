import { defineConfig } from 'vitest/config'

// Apart from vite.config.ts: its servers, and the sandbox behind them, are not started for unit tests.
const withoutDom = ['{src/{cloudcard,queue,sandbox,server},deploy}/**/*.test.ts', 'test/walks/**/*.test.ts']
const withDom = { environment: 'jsdom', setupFiles: ['test/late.ts', 'test/setup.ts'] }

export default defineConfig({
  test: {
    env: { TZ: 'America/New_York' },
    // Its entry for Node is none that Node can load.
    server: { deps: { inline: ['@panzoom/panzoom'] } },
    // A busy machine is slow, not wrong.
    testTimeout: 180_000,
    // Both cores of the smallest machine that this is run on: while one waits, the other works.
    maxWorkers: 2,
    // Room for what is made and dropped at once: else it is gathered up, and copied, again and again. It is gathered by one thread,
    // since the other core has work of its own, and threads that wait for each other take a tenth of the processor.
    execArgv: ['--max-semi-space-size=128', '--single-threaded-gc'],
    // What was noted of calls would keep, to the end of the run, all that was called with.
    clearMocks: true,
    // One start, and one loading of the app, for all files of a kind: what a test has left is ended after it (setupFiles).
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: withoutDom, setupFiles: ['test/setup-node.ts'] } },
      {
        extends: true,
        test: {
          name: 'unit-dom',
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          exclude: withoutDom,
          ...withDom,
        },
      },
      // Each journey begins by forgetting what the one before left (endJourney). As in the browser tests, what passes only at
      // the second try is told by name, and does not fail the run.
      {
        extends: true,
        test: { name: 'journeys', include: ['test/{journeys,matrix}/**/*.test.tsx'], retry: 1, ...withDom },
      },
    ],
  },
})
