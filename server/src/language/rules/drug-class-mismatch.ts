import { drugById, drugClass } from '../catalog/index.ts';
import { foreignTopicsOf, type ItemFacts, isOutsideClass, sentenceAt, termsOf } from '../facts/index.ts';
import type { TermNode } from '../syntax/index.ts';
import { inItems } from './in-items.ts';
import type { Report, Rule } from './rule.ts';

/** "Pepcid, a proton pump inhibitor,": what stands between a drug and the class that it is said to be of. */
const apposition =
  /^(?: [\d./-]+ ?(?:mg|mcg|%)?(?: #?\d+)?)?,? (?:which is |is |as )?(?:an?|another) (?:[a-z-]+ ){0,2}$/i;
/** "As a muscle relaxant, gabapentin": what stands before a class that is said of the drug behind it, and between them. */
const classFirst = /\bas an? (?:[a-z-]+ ){0,2}$/i;
/** Words behind a class that make it another thing: "an opioid-sparing agent". */
const notTheClass =
  /^(?:[- ](?:sparing|like|induced|free|type)|(?: use)? (?:alternative|substitute|adjunct|replacement|antagonist|side effect))/i;

/** "This particular muscle relaxant": of the drug that is disputed. */
const pointing = /\b(?:this|the requested) (?:particular |specific |same )?$/i;

/**
 * Finds a drug that is called what it is not ("Pepcid, a proton pump inhibitor"), or that is decided under a guideline
 * topic for another class.
 */
export const drugClassMismatch: Rule = {
  id: 'drug-class-mismatch',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a drug that is said to be, or is decided as, a drug of a class to which it does not belong',
  why: 'The criteria for another class do not decide the request.',
  source:
    'Drug catalog (classes by pharmacology); famotidine and ranitidine decided as proton pump inhibitors in real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'Pepcid 20mg #60: Upheld',
            maximus:
              'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Proton Pump Inhibitors (PPIs).',
            rationale:
              'Proton pump inhibitors are recommended for patients at risk of gastrointestinal events. There is no such risk. As such, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'Prilosec 20mg #60: Upheld',
            maximus:
              'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Proton Pump Inhibitors (PPIs).',
            rationale:
              'Proton pump inhibitors are recommended for patients at risk of gastrointestinal events. There is no such risk. As such, the request is not medically necessary.',
          },
        ],
      },
    },
    {
      wrong: {
        items: [{ rationale: 'No, the request for Baclofen, an opioid, was not medically necessary.' }],
      },
      right: {
        items: [
          { rationale: 'No, the request for Baclofen, a muscle relaxant, was not medically necessary.' },
        ],
      },
    },
  ],
  check: inItems((item, report) => {
    const { heading, rationale, maximus } = item;
    if (!rationale) return;
    const terms = termsOf(rationale);
    const { text } = rationale.flow;
    for (const [index, first] of terms.entries()) {
      const second = terms[index + 1];
      if (!second) continue;
      const [drug, named] = first.kind === 'drug' ? [first, second] : [second, first];
      if (drug.kind !== 'drug' || named.kind !== 'drug-class' || !isOutsideClass(drug.id, named.id)) continue;
      const between = text.slice(first.end, second.start);
      const said =
        drug === first
          ? apposition.test(between)
          : between === ', ' && classFirst.test(text.slice(Math.max(0, named.start - 40), named.start));
      if (!said || notTheClass.test(text.slice(named.end))) continue;
      const name = text.slice(drug.start, drug.end);
      report({
        at: named,
        message: `${name} is called a member of "${text.slice(named.start, named.end)}", but it is ${describe(drug.id)}.`,
        related: [{ at: drug, message: name }],
      });
    }
    checkPointing(item, terms, report);
    const [topic] = foreignTopicsOf(item);
    const drug = heading ? termsOf(heading, 'drug')[0] : undefined;
    if (topic?.kind !== 'drug-class' || !heading || !drug || !maximus) return;
    const about = terms.find((term) => term.kind === 'drug-class' && topic.topics.includes(term.id));
    const own = terms.some(
      (term) => term.kind === 'drug-class' && !isOutsideClass(drug.id, term.id) && isTelling(drug, term),
    );
    if (!about || own) return;
    const name = heading.flow.text.slice(drug.start, drug.end);
    const sentence = sentenceAt(rationale, about.start);
    report({
      at: drug,
      message: `${name} is ${describe(drug.id)}, but the MAXIMUS line and the rationale are on "${topic.section.name}".`,
      related: [
        {
          at: { block: maximus, start: topic.section.start, end: topic.section.end },
          message: 'Section of the MAXIMUS line',
        },
        {
          at: sentence ? { block: rationale, start: sentence.start, end: sentence.end } : about,
          message: 'The rationale on it',
        },
      ],
    });
  }),
};

/** Finds "this muscle relaxant" where the item's drug is none, and the rationale names no drug or class that is meant. */
function checkPointing(
  { heading, rationale }: ItemFacts,
  terms: readonly TermNode[],
  report: (report: Report) => void,
): void {
  const drugs = heading ? termsOf(heading, 'drug') : [];
  const [asked] = drugs;
  if (!heading || !rationale || !asked) return;
  for (const named of terms) {
    if (named.kind !== 'drug-class') continue;
    const before = rationale.flow.text.slice(Math.max(0, named.start - 40), named.start);
    if (!pointing.test(before) || !drugs.every(({ id }) => isOutsideClass(id, named.id))) continue;
    const meant = terms.some(
      (term) =>
        term.start < named.start &&
        (term.kind === 'drug-class'
          ? term.id === named.id
          : term.kind === 'drug' && !isOutsideClass(term.id, named.id)),
    );
    if (meant) continue;
    const name = heading.flow.text.slice(asked.start, asked.end);
    report({
      at: named,
      message: `"${rationale.flow.text.slice(named.start, named.end)}" is said of ${name}, but it is ${describe(asked.id)}.`,
      related: [{ at: asked, message: name }],
    });
  }
}

/** Whether a class that the rationale names is the drug's own. */
function isTelling(drug: TermNode, term: TermNode): boolean {
  return drugById(drug.id)?.classes.includes(term.id) === true;
}

/** "an H2 blocker (famotidine)". */
function describe(id: string): string {
  const drug = drugById(id);
  const name = drug?.classes[0] === undefined ? undefined : drugClass(drug.classes[0])?.name;
  if (!drug || name === undefined) return id;
  const article = /^(?:[aeiou]|H2|NSAID|SSRI|SNRI|NMDA)/i.test(name) ? 'an' : 'a';
  return `${article} ${name} (${drug.generic})`;
}
