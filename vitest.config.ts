import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests under test/editor run inside the editor; see test/editor/suite.
    exclude: ['test/editor/**'],
    // Properties and started programs take their time on a loaded machine; nothing here measures time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
