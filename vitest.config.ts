import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests under test/editor run inside the editor; see test/editor/suite.
    exclude: ['test/editor/**'],
  },
});
