import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allGuidelines, findGuideline, findSection } from '../../server/src/language/catalog/index.ts';
import {
  editorSnippets,
  escapeSnippet,
  fillPassage,
  fixedPassages,
  passages,
} from '../../server/src/language/passages/index.ts';
import { expandSnippet } from './snippet.ts';

const byId = (id: string) => {
  const found = passages.find((passage) => passage.id === id);
  if (!found) throw new Error(`no passage ${id}`);
  return found;
};

describe('the library', () => {
  it('holds at least the 40 passages of the frame, each under its own name and prefix', () => {
    expect(passages.length).toBeGreaterThanOrEqual(40);
    expect(new Set(passages.map((passage) => passage.id)).size).toBe(passages.length);
    expect(new Set(passages.map((passage) => passage.title)).size).toBe(passages.length);
  });

  it.each(passages.map((passage) => [passage.id, passage] as const))(
    '%s fills without leftover braces',
    (_id, passage) => {
      const values = Object.fromEntries(passage.slots.map((slot) => [slot.name, 'X']));
      for (const { text } of [fillPassage(passage), fillPassage(passage, values)]) {
        expect(text).not.toMatch(/[{}$\\]/);
        expect(text).not.toMatch(/ {2}| ,|undefined/);
        expect(text.trim()).toBe(text);
      }
      expect(fillPassage(passage, values).open).toEqual([]);
    },
  );

  it.each(passages.map((passage) => [passage.id, passage] as const))(
    '%s inserts as a snippet what it says as text',
    (_id, passage) => {
      const { text, snippet } = fillPassage(passage);
      expect(expandSnippet(snippet)).toBe(text);
    },
  );

  it('states both ends of verdict and conclusion alike', () => {
    for (const passage of passages) {
      const { text } = fillPassage(passage);
      if (passage.verdict === 'Upheld') expect(text, passage.id).not.toMatch(/(?<!not )medically necessary/);
      if (passage.verdict === 'Overturned') expect(text, passage.id).not.toMatch(/not medically necessary/);
    }
  });

  it('cites guidelines and pages that the catalog knows, in force when the passage is', () => {
    const known = new Map(allGuidelines().map((guideline) => [guideline.id, guideline]));
    for (const passage of passages) {
      for (const cited of passage.guidelines ?? []) {
        const guideline = known.get(cited.id);
        expect(guideline, `${passage.id}: ${cited.id}`).toBeDefined();
        if (!guideline) continue;
        const from = passage.inForce?.from ?? '';
        const to = passage.inForce?.to ?? '9999';
        expect(from >= (guideline.from ?? ''), `${passage.id} before ${cited.id}`).toBe(true);
        expect(to <= (guideline.to ?? '9999'), `${passage.id} after ${cited.id}`).toBe(true);
        const { page } = cited;
        if (page === undefined) continue;
        const covered = guideline.topics.some(
          (topic) => (topic.first ?? Infinity) <= page && page <= (topic.last ?? 0),
        );
        expect(covered, `${passage.id}: page ${page} of ${cited.id}`).toBe(true);
      }
    }
  });
});

describe('what passages put on the guideline line', () => {
  it('are section names of the edition they cite', () => {
    for (const passage of passages) {
      for (const cited of passage.guidelines ?? []) {
        for (const section of cited.line.sections) {
          const [line] = findGuideline(cited.line.name);
          expect(line?.guideline.label, passage.id).toBe(cited.line.name);
          const known = findSection(line?.guideline.id ?? '', section).match;
          expect(['exact', 'alias'], `${passage.id}: ${section}`).toContain(known);
        }
      }
    }
  });
});

describe('the passages that letters cite most', () => {
  it.each([
    ['cite-efficacy', 'Page 7 of', 7],
    ['cite-opioid-continue', 'page 80 of', 80],
    ['cite-baclofen', 'page 64 of', 64],
  ])('%s names its page in the sentence and carries it', (id, words, page) => {
    const passage = byId(id);
    expect(fillPassage(passage).text).toContain(words);
    expect(passage.guidelines?.map((cited) => cited.page)).toEqual([page]);
  });

  it('gives functional improvement the letter of its time', () => {
    expect(byId('arg-no-improvement-e').inForce).toEqual({ from: '2015-04-20' });
    expect(byId('arg-no-improvement-f').inForce?.to).toBe('2015-04-19');
    expect(byId('arg-no-improvement-e').body).toContain('9792.20e');
    expect(byId('arg-no-improvement-f').body).toContain('9792.20f');
  });

  it('says of a page from memory that it is unverified', () => {
    for (const passage of passages) {
      if (passage.guidelines?.some((cited) => cited.basis === 'unverified')) {
        expect(passage.description, passage.id).toContain('unverified');
      }
    }
  });
});

describe('filling', () => {
  it('takes values for slots and leaves the rest as tab stops, one for each name', () => {
    const { text, snippet, open } = fillPassage(byId('open-no'), { service: 'Baclofen' });
    expect(text).toBe(
      'No, the request for Baclofen, [a class or kind], was not medically necessary, medically appropriate, or indicated here.',
    );
    expect(snippet).toContain(`for Baclofen\${1:, [a class or kind],} was`);
    expect(open.map((slot) => slot.name)).toEqual(['classPhrase']);
  });

  it('takes an empty value as a value', () => {
    expect(fillPassage(byId('open-no'), { service: 'a knee brace', classPhrase: '' }).text).toContain(
      'for a knee brace was not',
    );
  });

  it('escapes what has a meaning in snippets and nothing else', () => {
    const value = 'Gel {10%} at $40 \\ tube, or|and';
    const { text, snippet } = fillPassage(byId('open-no'), { service: value, classPhrase: '' });
    expect(text).toContain(value);
    expect(expandSnippet(snippet)).toBe(text);
    expect(escapeSnippet('a} $b \\c {d')).toBe('a\\} \\$b \\\\c {d');
  });

  it('keeps opener and conclusion of a drafted item in one tense', () => {
    const { text } = fillPassage(byId('item-upheld'), { tense: 'is' });
    expect(text).toMatch(/ is not medically necessary, medically appropriate/);
    expect(text).toMatch(/the request is not medically necessary\.$/);
  });
});

describe('fixed wording', () => {
  it('has the standard word where a slip was seen', () => {
    const indication = fixedPassages.find((fixed) => fixed.id === 'baclofen-indication');
    expect(indication?.text).toContain('multiple sclerosis');
    expect(byId('cite-baclofen').body).toContain(indication?.text);
  });

  it('is what the passages themselves insert', () => {
    const all = passages.map((passage) => passage.body).join('\n');
    const unwritten = fixedPassages.filter(
      (fixed) => fixed.match === 'block' || fixed.id.startsWith('notice-'),
    );
    for (const fixed of unwritten) expect(all, fixed.id).toContain(fixed.text);
  });
});

describe('the snippet file', () => {
  it.each(['generate-snippets.ts', 'generate-grammar.ts'])('%s finds its file fresh', (script) => {
    const path = fileURLToPath(new URL(`../../scripts/${script}`, import.meta.url));
    expect(() => execFileSync(process.execPath, [path, '--check'], { stdio: 'pipe' })).not.toThrow();
  });

  it('has predictable prefixes for what is written most', () => {
    const prefixes = new Set(Object.values(editorSnippets()).map((snippet) => snippet.prefix));
    for (const prefix of [
      'imr-letter',
      'imr-header',
      'imr-credentials',
      'imr-item-upheld',
      'imr-item-overturned',
      'imr-split',
      'imr-open-no',
      'imr-open-yes',
      'imr-close-not',
      'imr-close',
    ]) {
      expect(prefixes, prefix).toContain(prefix);
    }
  });
});
