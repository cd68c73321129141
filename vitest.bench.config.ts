import { defineConfig } from 'vitest/config'

/** Benches print figures and assert no times; they run one after another, alone. */
export default defineConfig({
  test: { include: ['test/bench/**/*.bench.ts'], testTimeout: 600_000, hookTimeout: 120_000, fileParallelism: false },
})
