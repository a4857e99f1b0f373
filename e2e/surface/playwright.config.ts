import { defineConfig } from '@playwright/test'

/** For working on the surface alone: needs no build of the app. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/surface',
  reporter: 'line',
  workers: 1,
  timeout: 60_000,
})
