import { perBlock, sentencesOf } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { matches } from '../matches.ts';
import { type FixedPassage, fixedPassages } from '../passages/index.ts';
import { perText } from '../per-text.ts';
import type { Block } from '../syntax/index.ts';
import { orphanOf } from './credentials-missing.ts';
import { inItems } from './in-items.ts';
import type { Report, Rule } from './rule.ts';
import { type Difference, differences, wordsIn } from './word-diff.ts';

/** Fixed text of the form, by the section that holds it. */
const blocks = fixedPassages.filter((passage) => passage.match === 'block');

/** Wording inside guideline lines and rationales; conclusions and openers have rules of their own. */
const phrases = fixedPassages
  .filter((passage) => passage.match === 'phrase' && !/^(?:conclusion|opener)-/.test(passage.id))
  .map((passage) => ({
    passage,
    words: wordsIn(passage.text.toLowerCase()).map((word) => word.text),
    anchors: anchorsOf(passage.text),
  }));

/** Finds fixed passages that differ from their standard by a few words. */
export const passageAltered: Rule = {
  id: 'passage-altered',
  family: 'text',
  severity: 'warning',
  purpose:
    'Finds fixed passages of the form, and standard sentences, that differ from their standard by a word or a few',
  why: 'The form’s own text is the same in every letter; a changed word in it is a slip, and can change what it says.',
  source: 'The form: its fixed text was identical in 194 of 194 real determinations and both sample letters.',
  examples: [
    {
      wrong: { replace: [['no affiliation with the employer', 'no affiliation to the employer']] },
      right: {},
    },
    { wrong: { replace: [['set forth below:', 'set out below:']] }, right: {} },
    {
      wrong: {
        items: [
          {
            rationale:
              'Baclofen is recommended for spasticity associated with multiple stenosis and/or spinal cord injuries. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'Baclofen is recommended for spasticity associated with multiple sclerosis and/or spinal cord injuries. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const { form } = facts.tree;
    if (form !== 'final-determination' && form !== 'final-determination-2013') return;
    for (const passage of blocks) {
      // Of the older form only the sentence that opens the decisions is known.
      if (form !== 'final-determination' && passage.where !== 'issues') continue;
      const section = facts.section(passage.where as 'how-made');
      const block = section?.children.find(
        (child) => child.type === (passage.where === 'how-made' ? 'boilerplate' : 'leadIn'),
      );
      if (!block || block.type === 'item' || block.flow.text === passage.text) continue;
      // A credential that lost its label runs into the sentence above it.
      const orphan =
        section && passage.where === 'credentials' && !facts.credential('licensure')
          ? orphanOf(section, 'licensure')
          : undefined;
      if (orphan?.block === block && block.flow.text.slice(0, orphan.start).trim() === passage.text) continue;
      const length = wordsIn(passage.text).length;
      const found = differences(
        block.flow.text,
        passage.text,
        Math.max(2, Math.min(40, Math.floor(length / 2))),
      );
      if (!found || found.length > mostSlips) {
        reportForeign(passage, block, report);
      } else {
        for (const difference of found) reportDifference(passage, block, 0, difference, report);
      }
    }
    checkPhrases(facts, report);
  },
};

const checkPhrases = inItems(({ node }, report) => {
  for (const block of node.children) {
    if (block.type !== 'guidelineLine' && block.type !== 'rationale') continue;
    const place = block.type === 'rationale' ? 'rationale' : block.party;
    for (const { passage, start, found } of alteredIn[place](block))
      for (const difference of found) reportDifference(passage, block, start, difference, report);
    if (block.type === 'rationale') checkOpener(block, report);
    else checkCiting(block, report);
  }
});

/** The phrases that a block of each place holds in altered form. */
const alteredIn = { rationale: altered('rationale'), claims: altered('claims'), maximus: altered('maximus') };

function altered(place: 'rationale' | 'claims' | 'maximus') {
  const own = phrases.filter(({ passage }) =>
    place === 'rationale'
      ? passage.where === 'rationale'
      : passage.where === 'guideline-line' && passage.id.endsWith('claims') === (place === 'claims'),
  );
  const inSentence = perText((text) => {
    const lower = text.toLowerCase();
    return gather(own, ({ passage, words, anchors }) => {
      if (!holdsTwo(lower, anchors) || lower.includes(passage.text.toLowerCase())) return [];
      const near = nearMiss(text, lower, words, passage.text);
      return near ? [{ passage, ...near }] : [];
    });
  });
  // No phrase is longer than a sentence.
  return perBlock((block) =>
    gather(sentencesOf(block), (sentence) =>
      inSentence(sentence.text).map((one) => ({ ...one, start: sentence.start + one.start })),
    ),
  );
}

/** "Decision based on MTUS …", "Decision based on Non-MTUS Citation …", and what slips make of them. */
const citing =
  /\bDecisions? (?:is |was |were )?base[ds]? (?:(?:up)?on |of |in |one )?(?:(Non)[- ]{0,2})?M(?:TUS|UTS|TSU|TU|US)\b( Citations?\b)?/g;

/** The words that open each part of a guideline line: the same in 323 of 323 places of the labelled real letters. */
function checkCiting(block: Block, report: (report: Report) => void): void {
  const { text } = block.flow;
  for (const match of matches(citing, text)) {
    const other = match[1] !== undefined || match[2] !== undefined;
    const standard = `Decision based on ${other ? 'Non-MTUS Citation' : 'MTUS'}`;
    const printed = match[0];
    // A blank behind the hyphen is left by a line end.
    if (printed.replace(/Non- /, 'Non-') === standard) continue;
    const at = { block, start: match.index, end: match.index + printed.length };
    report({
      at,
      message: `The form says "${standard}" here.`,
      fixes: [{ title: `Change to "${standard}"`, edits: [{ at, text: standard }], preferred: true }],
    });
  }
}

const triple = /\bmedically [a-z]+\b[^.;"]{0,45}?\bindicated here\b/g;
const goodTriple =
  /^medically necessary,? (?:medically )?appropriate,? (?:and|or|and\/or) (?:medically )?indicated here$/;

/** "(not) medically necessary, medically appropriate, or indicated here": one of its words lost or another. */
function checkOpener(block: Block, report: (report: Report) => void): void {
  const { text } = block.flow;
  if (!text.includes('indicated here')) return;
  for (const match of matches(triple, text)) {
    if (goodTriple.test(match[0])) continue;
    // "medicallly necessary, medically appropriate": its first word is only misspelt.
    if (/\bnecessary,? $/.test(text.slice(0, match.index))) continue;
    const denied = /\bnot (?:[a-z]+ )?$/.test(text.slice(Math.max(0, match.index - 20), match.index));
    const join = /\b(and|or) indicated/.exec(match[0])?.[1] ?? (denied ? 'or' : 'and');
    const standard = `medically necessary, medically appropriate, ${join} indicated here`;
    const found = differences(match[0], standard, 2);
    for (const difference of found ?? [])
      reportDifference(openerPassage, block, match.index, difference, report);
  }
}

const openerPassage: FixedPassage = {
  id: 'opener',
  text: 'medically necessary, medically appropriate, or indicated here',
  where: 'rationale',
  match: 'phrase',
};

/** The three longest words of a phrase: a text without two of them does not hold it. */
function anchorsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? [])]
    .sort((a, b) => b.length - a.length)
    .slice(0, 3);
}

function holdsTwo(text: string, anchors: readonly string[]): boolean {
  let missing = 0;
  for (const anchor of anchors) if (!text.includes(anchor) && ++missing > 1) return false;
  return true;
}

/** A stretch of a text that differs from a phrase by one word in six at most, its first and last words alike. */
function nearMiss(
  text: string,
  lower: string,
  words: readonly string[],
  standard: string,
): { start: number; found: Difference[] } | undefined {
  const limit = Math.max(1, Math.floor(words.length / 6));
  const all = wordsIn(lower);
  const known = new Set(words);
  const first = words[0];
  const last = words[words.length - 1];
  for (let i = 0; i < all.length; i++) {
    if (all[i]?.text !== first) continue;
    for (let length = words.length - limit; length <= words.length + limit; length++) {
      const end = all[i + length - 1];
      // The last word may be the one that is lost: "for its." of "for its decision."
      const lastLost = end?.text.endsWith('.') && end.text.slice(0, -1) === words[words.length - 2];
      if (!end || (!lastLost && end.text.replace(/[.,;]$/, '') !== last?.replace(/[.,;]$/, ''))) continue;
      // Most of its words must stand in the stretch at all.
      let common = 0;
      for (let k = i; k < i + length; k++) if (known.has((all[k] as { text: string }).text)) common++;
      if (common < words.length - 2 * limit) continue;
      const start = (all[i] as { start: number }).start;
      const stretch = text.slice(
        start,
        end.end - (/[.,;]$/.test(end.text) && !/[.,;]$/.test(last ?? '') ? 1 : 0),
      );
      const found = differences(stretch, standard, limit);
      if (found && found.length > 0) return { start, found };
    }
  }
  return undefined;
}

/** Where more words than these would go, the writer is asked: they may be text of another place. */
const mostWordsTaken = 3;

/** Whether words too many are words of the passage itself; others the writer put there, and may mean something by them. */
function repeats(found: string, passage: string): boolean {
  const known = new Set(wordsIn(passage).map(({ text }) => text));
  const words = wordsIn(found);
  return words.length <= mostWordsTaken && words.every(({ text }) => known.has(text));
}

function reportDifference(
  passage: FixedPassage,
  block: Block,
  offset: number,
  difference: Difference,
  report: (report: Report) => void,
): void {
  const start = offset + difference.start;
  const end = offset + difference.end;
  const { found, standard } = difference;
  const where = passage.match === 'block' ? 'The fixed text of the form' : 'The standard wording';
  const { text } = block.flow;
  // Missing words are put before the next word, or behind the last one; words too many go with one space.
  const atEnd = start >= text.length;
  const edit =
    found === ''
      ? { at: { block, start, end: start }, text: atEnd ? ` ${standard}` : `${standard} ` }
      : standard === ''
        ? {
            at: { block, start: atEnd || start > 0 ? start - 1 : start, end: start > 0 ? end : end + 1 },
            text: '',
          }
        : { at: { block, start, end }, text: standard };
  report({
    at: {
      block,
      start: found === '' && atEnd ? start - 1 : start,
      end: found === '' ? Math.min(text.length, start + 1) : end,
    },
    ...(passage.match === 'block' ||
    passage.id === 'baclofen-indication' ||
    passage === openerPassage ||
    passage.where === 'guideline-line'
      ? {}
      : { severity: 'information' as const }),
    message:
      found === ''
        ? `${where} has "${standard}" here.`
        : standard === ''
          ? `${where} does not have "${found}" here.`
          : `${where} reads "${standard}" here, not "${found}".`,
    fixes: [
      {
        title:
          found === ''
            ? `Insert "${standard}"`
            : standard === ''
              ? `Take out "${found}"`
              : `Change to "${standard}"`,
        edits: [edit],
        preferred: true,
        certain:
          passage.match === 'block' &&
          (standard === '' ? repeats(found, passage.text) : wordsIn(found).length <= mostWordsTaken),
      },
    ],
  });
}

/** A passage that differs in more places was not keyed wrongly: it is another wording. */
const mostSlips = 4;

/** Tells of another wording once; it may be that of a form which is not known. */
function reportForeign(passage: FixedPassage, block: Block, report: (report: Report) => void): void {
  const at = { block, start: 0, end: block.flow.text.length };
  report({
    at,
    severity: 'information',
    message: 'This is not the fixed text of the form.',
    fixes: [{ title: 'Put the fixed text of the form', edits: [{ at, text: passage.text }] }],
  });
}
