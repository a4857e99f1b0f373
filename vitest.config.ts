import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A bound for what hangs, not for what is slow: the machines are shared.
    testTimeout: 60_000,
    // Vitest would leave one core idle.
    maxWorkers: 2,
    // The test over the design tokens reads them; other styles stay out of unit tests.
    css: { include: [/tokens\.css/] },
    projects: [
      // Pure functions leave nothing behind: their tests share a process, and what they import is read once.
      { extends: true, test: { name: 'core', include: ['src/core/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'chromium-host/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['src/core/**', '**/node_modules/**'],
        },
      },
    ],
  },
})
