import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The bundle has it from package.json.
  define: { RELIEF_VERSION: JSON.stringify('test') },
  test: {
    include: ['test/**/*.test.ts'],
    // Each file in a process of its own: better-sqlite3 is native, and tests set environment variables.
    pool: 'forks',
    testTimeout: 60_000,
  },
});
