import { specialtiesIn } from '../catalog/index.ts';
import {
  type CaseFacts,
  decisionsOf,
  foreignTopicsOf,
  foundInItems,
  phrasesOf,
  type RequestPhrase,
  requestChangesOf,
  sentenceAt,
  termsOf,
} from '../facts/index.ts';
import { gather, grouped } from '../gather.ts';
import type { Block, TermNode } from '../syntax/index.ts';
import { inItems } from './in-items.ts';
import { changeReport, withinSentence } from './request-change.ts';
import { type Report, type Rule, rangeOf } from './rule.ts';
import { decidedServicesOf } from './service-decided.ts';
import { relationOf } from './service-relation.ts';

/**
 * Finds a rationale that decides another service than the heading names: an MRI for a CT, physical for occupational
 * therapy, or a MAXIMUS line whose sections are all about something else.
 */
export const serviceMismatch: Rule = {
  id: 'service-mismatch',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds another service in the rationale or on the MAXIMUS line than the heading names',
  why: 'A rationale on another service does not decide the disputed item.',
  source: 'Wrong service or part of the body: 8 of 194 real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'MRI of the lumbar spine: Upheld',
            maximus: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
            rationale:
              'There are no red flags. Therefore, the request for acupuncture of the lumbar spine is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'MRI of the lumbar spine: Upheld',
            maximus: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
            rationale:
              'X-rays were negative. Therefore, the request for magnetic resonance imaging of the lumbar spine is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const reported: { start: number; end: number }[] = [];
    for (const change of requestChangesOf(facts)) {
      if (change.kind !== 'service') continue;
      reported.push(rangeOf(change.at));
      report(changeReport(change));
    }
    for (const { phrase, foreign } of foreignServicesOf(facts)) {
      const { found, own } = foreign;
      if (isReason(phrase) && asksElsewhere(facts, phrase, found)) continue;
      const { start, end } = rangeOf(found);
      if (reported.some((other) => start < other.end && other.start < end)) continue;
      reported.push({ start, end });
      const said = phrase.block.flow.text.slice(found.start, found.end);
      const asked = phrase.item.heading?.flow.text.slice(own.start, own.end) ?? '';
      const to = withinSentence(asked, { block: phrase.block, start: found.start });
      report({
        at: found,
        message: `The rationale speaks of ${said} in its words for the request, but the heading asks for ${asked}.`,
        related: [{ at: own, message: `Heading of item ${phrase.item.number}` }],
        fixes: foreign.only ? [{ title: `Change to "${to}"`, edits: [{ at: found, text: to }] }] : [],
      });
    }
    for (const { item, block, found, own, counted } of decidedServicesOf(facts)) {
      const { start, end } = rangeOf(found);
      if (reported.some((other) => start < other.end && other.start < end)) continue;
      const said = block.flow.text.slice(found.start, found.end);
      const asked = item.heading?.flow.text.slice(own.start, own.end) ?? '';
      report({
        at: found,
        severity: counted ? 'warning' : 'information',
        message: `The rationale decides on ${said}, which nothing else in the letter names; the heading asks for ${asked}.`,
        related: [{ at: own, message: `Heading of item ${item.number}` }],
      });
    }
    checkContrasts(facts, report);
    checkSpecialties(facts, report);
    checkTopics(facts, report);
  },
};

const foreignServicesOf = foundInItems((item) =>
  gather(phrasesOf(item), (phrase) => {
    const foreign = foreignService(phrase);
    return foreign ? [{ phrase, foreign }] : [];
  }),
);

/** Finds an item whose MAXIMUS line and rationale are on another service than its heading asks for. */
const checkTopics = inItems((item, report) => {
  const [topic] = foreignTopicsOf(item);
  const { heading, maximus, rationale } = item;
  if (topic?.kind !== 'service' || !heading || !maximus || !rationale) return;
  const mention = termsOf(rationale, 'service').find(({ id }) => topic.topics.includes(id));
  if (!mention) return;
  const at = { block: heading, start: 0, end: heading.requestEnd };
  report({
    at,
    message: `The heading asks for "${item.request}", but the MAXIMUS line and the rationale are on "${topic.section.name}".`,
    related: [
      {
        at: { block: maximus, start: topic.section.start, end: topic.section.end },
        message: 'Section of the MAXIMUS line',
      },
      { at: sentenceRange(rationale.flow.text, mention, rationale), message: 'The rationale on it' },
    ],
  });
});

const withContrast = /\bwith(?! ?(?:and|or|\/|&))(?: [a-z-]+){0,2} contrast\b/i;
const withoutContrast = /\bwithout(?: [a-z-]+){0,2} contrast\b/i;
const either =
  /\bwith(?: ?(?:and|or|\/|&) ?without| [a-z-]* ?contrast)?(?: and| or|,|\/) ?(?:with|without)\b/i;

const checkContrasts = inItems((item, report) => {
  for (const phrase of phrasesOf(item)) checkContrast(phrase, report);
});

/** Finds a study with contrast in the words for a request of one without, or the reverse. */
function checkContrast({ item, block, start, end }: RequestPhrase, report: (report: Report) => void): void {
  const { heading, request } = item;
  const words = block.flow.text.slice(start, end);
  if (!heading || !/contrast/i.test(words) || either.test(words) || either.test(request)) return;
  const isWithout = withoutContrast.test(request);
  if (isWithout === withContrast.test(request)) return;
  const found = (isWithout ? withContrast : withoutContrast).exec(words);
  if (!found || (isWithout ? withoutContrast : withContrast).test(words)) return;
  const at = { block, start: start + found.index, end: start + found.index + found[0].length };
  const to = isWithout ? 'without contrast' : 'with contrast';
  report({
    at,
    message: `The rationale speaks of the study ${found[0]}, but the heading asks for "${request}".`,
    related: [
      {
        at: { block: heading, start: 0, end: heading.requestEnd },
        message: `Heading of item ${item.number}`,
      },
    ],
    fixes: [{ title: `Change to "${to}"`, edits: [{ at, text: to }] }],
  });
}

const askedSpecialtiesOf = foundInItems((item) =>
  specialtiesIn(item.request).map(({ id }) => ({ item, id })),
);

/** Finds a conclusion that decides a consultation with another specialist than the heading, and no heading, names. */
function checkSpecialties(facts: CaseFacts, report: (report: Report) => void): void {
  const asked = askedSpecialtiesOf(facts);
  if (asked.length === 0) return;
  const byItem = grouped(asked, ({ item }) => item);
  const ids = new Set(asked.map(({ id }) => id));
  for (const { item, rationale, conclusion } of decisionsOf(facts)) {
    const { heading } = item;
    const own = byItem.get(item) ?? [];
    const [wanted] = own;
    if (!heading || !wanted || !conclusion || own.some(({ id }) => id !== wanted.id)) continue;
    const { sentence, phrase } = conclusion;
    const said = specialtiesIn(sentence.text.slice(0, phrase.start - sentence.start));
    const [other] = said;
    if (!other || said.some(({ id }) => ids.has(id))) continue;
    const name = sentence.text.slice(other.start, other.end);
    report({
      at: { block: rationale, start: sentence.start + other.start, end: sentence.start + other.end },
      message: `The conclusion speaks of ${name}, but the heading asks for "${item.request}".`,
      related: [
        {
          at: { block: heading, start: 0, end: heading.requestEnd },
          message: `Heading of item ${item.number}`,
        },
      ],
    });
  }
}

function sentenceRange(
  text: string,
  mention: TermNode,
  block: Parameters<typeof termsOf>[0],
): { block: typeof block; start: number; end: number } {
  const start = text.lastIndexOf('. ', mention.start);
  const end = text.indexOf('. ', mention.end);
  return { block, start: start < 0 ? 0 : start + 2, end: end < 0 ? text.length : end };
}

/** "Manipulation" of "manipulation under anesthesia", "walker" of "knee walker". */
function isPartOf(name: string, whole: string): boolean {
  return whole.startsWith(`${name} `) || whole.endsWith(` ${name}`);
}

/** A service in a phrase that is none of the heading's. */
function foreignService(
  phrase: RequestPhrase,
): { found: TermNode; own: TermNode; only: boolean } | undefined {
  const { heading } = phrase.item;
  if (!heading) return undefined;
  const asked = termsOf(heading, 'service');
  const said = phrase.terms.filter(({ kind }) => kind === 'service');
  const [own] = asked;
  const [found] = said;
  if (!own || !found) return undefined;
  // "The requested surgical intervention is not necessary" refuses what depends on the surgery.
  if (said.some(({ id }) => id === 'surgery')) return undefined;
  if (phrase.terms.some(({ kind }) => kind === 'drug') && termsOf(heading, 'drug').length > 0)
    return undefined;
  // "Manipulation" for "manipulation under anesthesia": a name cut short.
  const printed = (block: Block, { start, end }: TermNode): string =>
    block.flow.text.slice(start, end).toLowerCase();
  const name = printed(phrase.block, found);
  if (asked.some((term) => isPartOf(name, printed(heading, term)))) return undefined;
  const different = asked.every((a) => said.every((b) => relationOf(a.id, b.id) === 'different'));
  return different
    ? { found, own, only: said.length === 1 && new Set(asked.map(({ id }) => id)).size === 1 }
    : undefined;
}

/** "As the requested arthroscopy is medically necessary, …": the decision on another item, given as the reason. */
function isReason({ block, start }: RequestPhrase): boolean {
  const { text = '' } = sentenceAt(block, start) ?? {};
  return /^(?:as(?! such\b)|since|because|given that|now that) /i.test(text);
}

/** Whether another item of the letter asks for a service. */
function asksElsewhere({ items }: CaseFacts, { item }: RequestPhrase, { id }: TermNode): boolean {
  return items.some(
    ({ heading }) =>
      heading && heading !== item.heading && termsOf(heading, 'service').some((term) => term.id === id),
  );
}
