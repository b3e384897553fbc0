import {
  type CaseFacts,
  headingRegions,
  type ItemFacts,
  isSameStudy,
  isSameTreatment,
  statesOf,
  studiesOf,
  treatmentsDenied,
  treatmentsGiven,
  undatedStudiesOf,
} from '../facts/index.ts';
import { gather } from '../gather.ts';
import type { Block } from '../syntax/index.ts';
import type { Report, Rule } from './rule.ts';

/** Finds a rationale that says of the record the opposite of what the summary says. */
export const recordContradiction: Rule = {
  id: 'record-contradiction',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a rationale that says of the record the opposite of what the summary says',
  why: 'A decision that rests on a fact falls when the same letter tells it the other way.',
  source:
    'Contradictions between summary and rationale: about 6 of 194 real determinations of winter 2016/17. Only what does not change with time is compared: results of one study, treatment never had, lasting states.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male. The MRI of 11/08/2016 was normal. He has type 2 diabetes.',
        items: [
          {
            rationale:
              'The tear on the MRI of 11/08/2016 explains the pain. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        summary:
          'The injured worker is a 44 year old male. The MRI of 11/08/2016 showed a tear. He has type 2 diabetes.',
        items: [
          {
            rationale:
              'The tear on the MRI of 11/08/2016 explains the pain. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male. Treatment has included eight visits of acupuncture.',
        items: [
          {
            rationale:
              'The patient has never tried acupuncture. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        summary: 'The injured worker is a 44 year old male. He uses a TENS unit.',
        items: [
          {
            rationale:
              'The patient has never tried acupuncture. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const { summary } = facts;
    if (!summary) return;
    const rationales = gather(facts.items, (item) => item.rationales);
    compareStates(summary, rationales, report);
    compareStudies(facts, report);
    for (const item of facts.items) compareTreatments(summary, item, report);
  },
};

type Reporter = (report: Report) => void;

function compareStates(summary: Block, rationales: readonly Block[], report: Reporter): void {
  for (const block of rationales) {
    for (const { state, holds, start, end } of statesOf(block)) {
      const same = statesOf(summary).filter((other) => other.state === state);
      const against = same.find((other) => other.holds !== holds);
      if (!against || same.some((other) => other.holds === holds)) continue;
      report({
        at: { block, start, end },
        message: `This contradicts what the summary says of ${state}.`,
        related: [{ at: { block: summary, start: against.start, end: against.end }, message: 'The summary' }],
      });
    }
  }
}

function compareStudies(facts: CaseFacts, report: Reporter): void {
  const readings = [...studiesOf(facts, 'rationale'), ...undatedStudiesOf(facts)];
  if (readings.length === 0) return;
  const told = studiesOf(facts, 'prose');
  for (const reading of readings) {
    const same = told.filter((other) => isSameStudy(reading, other));
    const against = same.find((other) => other.normal !== reading.normal);
    if (!against || same.some((other) => other.normal === reading.normal)) continue;
    const { block, sentence, normal, day } = reading;
    const study = day === undefined ? 'this study' : 'this study of the same day';
    report({
      at: { block, start: sentence.start, end: sentence.end },
      message: normal ? `The summary reports a finding of ${study}.` : `The summary calls ${study} normal.`,
      related: [
        {
          at: { block: against.block, start: against.sentence.start, end: against.sentence.end },
          message: 'The summary',
        },
      ],
    });
  }
}

function compareTreatments(summary: Block, item: ItemFacts, report: Reporter): void {
  const denied = treatmentsDenied(summary);
  for (const block of item.rationales) {
    const never = treatmentsDenied(block);
    // Only where one of the two denies a treatment does it matter which ones the other tells of.
    const given = denied.length > 0 ? treatmentsGiven(block) : [];
    for (const statement of [...never, ...given]) {
      // "The patient has not had surgery": of the part that is treated here.
      const regions = statement.regions.length > 0 ? statement.regions : headingRegions(item);
      const told = [...denied, ...treatmentsGiven(summary)];
      const same = told.filter((other) => isSameTreatment({ ...statement, regions }, other));
      const against = same.find((other) => other.had !== statement.had);
      if (!against || same.some((other) => other.had === statement.had)) continue;
      const { start, end, had } = statement;
      report({
        at: { block, start, end },
        message: had
          ? 'The summary says that the patient never had this treatment.'
          : 'The summary says that the patient had this treatment.',
        related: [{ at: { block: summary, start: against.start, end: against.end }, message: 'The summary' }],
      });
    }
  }
}
