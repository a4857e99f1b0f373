import { defineConfig } from '@playwright/test'
import { prepare } from './fixtures/launch-app-setup.ts'

// Workers read this file too; the build is looked at once.
if (process.env['TEST_WORKER_INDEX'] === undefined) prepare()

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  // One app at a time: the specs are about one person at one desk, and the machines of CI are small.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: [['list']],
})
