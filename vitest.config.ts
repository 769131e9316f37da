import { defineConfig } from 'vitest/config';

const suite = (name: string, include: string) => ({
  test: { name, include: [include], environment: 'node' as const, testTimeout: 120_000, hookTimeout: 120_000 },
});

/** One project for each kind of test, so that each can be run alone: `npx vitest run --project conformance`. */
export default defineConfig({
  test: {
    maxWorkers: '100%', // Judging the labs keeps every core busy for minutes; the default leaves one idle.
    projects: [
      suite('unit', 'tests/unit/**/*.test.ts'),
      suite('contracts', 'tests/contracts/**/*.test.ts'),
      suite('conformance', 'tests/conformance/**/*.test.ts'),
      suite('fuzz', 'tests/fuzz/**/*.test.ts'),
      suite('exercises', 'tests/exercises/**/*.test.ts'),
      suite('guides', 'tests/guides/**/*.test.ts'),
      suite('coverage', 'tests/coverage/**/*.test.ts'),
      suite('build', 'tests/build/**/*.test.ts'),
    ],
  },
});
