import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'chromium-host/**/*.test.ts', 'scripts/**/*.test.ts'],
    // A bound for what hangs, not for what is slow: the machines are shared.
    testTimeout: 60_000,
    // The test over the design tokens reads them; other styles stay out of unit tests.
    css: { include: [/tokens\.css/] },
  },
})
