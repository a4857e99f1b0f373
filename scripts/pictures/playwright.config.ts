import { defineConfig } from '@playwright/test'
import { prepare } from '../../e2e/fixtures/launch-app-setup.ts'

// Workers read this file too; the build is looked at once.
if (process.env['TEST_WORKER_INDEX'] === undefined) prepare()

export default defineConfig({
  testDir: '.',
  testMatch: '*.pictures.ts',
  outputDir: '../../test-results/pictures',
  workers: 1,
  fullyParallel: false,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
})
