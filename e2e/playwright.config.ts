import { defineConfig } from '@playwright/test'
import { prepare } from './fixtures/launch-app-setup.ts'

// Workers read this file too; the build is looked at once.
if (process.env['TEST_WORKER_INDEX'] === undefined) prepare()

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  // Three people at three desks, each with folders and a profile of their own. A person mostly waits for what is drawn: with as many
  // desks as small machines have cores, half of each core is idle.
  workers: 3,
  // Test by test, not file by file, so that no desk waits long for the others at the end.
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // Bounds for what hangs, not for what is slow: the machines are shared.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
})
