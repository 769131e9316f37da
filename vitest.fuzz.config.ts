import { defineConfig } from 'vitest/config';

/** The fuzz tests with many runs: `FUZZ_RUNS=5000 npm run fuzz`. `npm test` does a hundred. */
process.env.FUZZ_RUNS ??= '2000';

export default defineConfig({ test: { include: ['tests/fuzz/**/*.test.ts'], testTimeout: 0 } });
