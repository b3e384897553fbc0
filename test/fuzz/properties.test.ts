import fc from 'fast-check';
import { describe, it } from 'vitest';
import { properties } from './properties.ts';

// The same cases on every run; `npm run fuzz` looks for new ones.
const seed = 20150929;

describe('every text', () => {
  for (const { name, runs, make } of properties) {
    it(name, { timeout: 120_000 }, async () => {
      await fc.assert(await make(), { seed, numRuns: runs });
    });
  }
});
