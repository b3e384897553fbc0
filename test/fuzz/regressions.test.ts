import { describe, expect, it } from 'vitest';
import { check } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { findingsHold, fixesHold } from './invariants.ts';

// What `scripts/fuzz.ts` has found, each as the smallest letter that shows it.
describe('places stay where an editor can put them', () => {
  it('a fix that takes out words behind a line end leaves the line end whole', () => {
    const text = letter()
      .replace('an expert reviewer.', 'an expert reviewer.\nstray words')
      .replaceAll('\n', '\r\n');
    const findings = check(text);
    expect(findings.map(({ rule }) => rule)).toContain('passage-altered');
    findingsHold(text, findings);
    fixesHold(text, findings);
  });

  it('a block of a few characters at the end of the text does not reach beyond it', () => {
    const text = `${letter()
      .replace(/Decision rationale:[\s\S]*$/, '')
      .trimEnd()}\n\nYes, it is.`;
    const findings = check(text);
    expect(findings.length).toBeGreaterThan(0);
    findingsHold(text, findings);
  });
});

describe('a fix that many letters get at once', () => {
  it('is not certain where it would take out more than a few words', () => {
    const many = letter().replace(
      'an expert reviewer.',
      'an expert reviewer. He asked for a second opinion first.',
    );
    const found = check(many, 'passage-altered');
    expect(found.flatMap(({ fixes }) => fixes).length).toBeGreaterThan(0);
    expect(found.flatMap(({ fixes }) => fixes).some(({ certain }) => certain)).toBe(false);
  });
});

describe('a long run of letters', () => {
  it('is not quoted whole, and no correction is looked up for it', () => {
    const text = letter({ summary: `The injured worker was seen. ${'a'.repeat(15_000)} was noted.` });
    const findings = check(text);
    findingsHold(text, findings);
    expect(findings.map(({ rule }) => rule)).not.toContain('misspelling');
  });
});
