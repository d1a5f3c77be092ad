import { defineConfig } from 'vitest/config'

// Two files at once also on two cores: the runner itself has little to do. The journeys come last, each worker with an
// app and a browser of its own.
const node = { environment: 'node' as const, testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 }
// Files share their worker, and with it the modules that it has read: a test leaves nothing behind in them.
const sharing = { ...node, isolate: false }
const overDatabase = { ...sharing, globalSetup: ['tests/support/test-run.ts'] }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...sharing,
          name: 'unit',
          include: ['{geodata,api,web,migrations}/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
        },
      },
      { test: { ...overDatabase, name: 'architecture', include: ['tests/architecture/**/*.test.ts'] } },
      { test: { ...overDatabase, name: 'integration', include: ['tests/integration/**/*.test.ts'] } },
      {
        test: {
          ...node,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          globalSetup: ['tests/e2e/support/global-setup.ts'],
        },
      },
    ],
  },
})
