import { defineConfig } from '@playwright/test'
import { prepare } from './fixtures/launch-app-setup.ts'

// Workers read this file too; the build is looked at once.
if (process.env['TEST_WORKER_INDEX'] === undefined) prepare()

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  // Two people at two desks, each with folders and a profile of their own: no more than the small machines of CI have cores.
  workers: 2,
  // Test by test, not file by file, so that neither desk waits long for the other at the end.
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // Bounds for what hangs, not for what is slow: the machines are shared.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
})
