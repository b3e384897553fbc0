import { type CaseFacts, type ChangeKind, type RequestChange, requestChangesOf } from '../facts/index.ts';
import type { Block } from '../syntax/index.ts';
import { numberWords } from '../syntax/index.ts';
import type { Report } from './rule.ts';

/** What is asked for, by kind of change, for messages. */
const nouns: Record<ChangeKind, string> = {
  side: 'side',
  part: 'part of the body',
  service: 'service',
  drug: 'drug',
  strength: 'strength',
  quantity: 'number',
  level: 'level',
};

/** Reports the changes of one kind between an item's heading and the places that repeat its request. */
export function reportChanges(facts: CaseFacts, kind: ChangeKind, report: (report: Report) => void): void {
  for (const change of requestChangesOf(facts)) if (change.kind === kind) report(changeReport(change));
}

/** The report of one change, with a fix for each of the two places. */
export function changeReport(change: RequestChange): Report {
  const { found, expected, at, against, supporters, where, sure, item } = change;
  const to = inStyleOf(found, expected);
  const back = inStyleOf(expected, found);
  return {
    at,
    severity: sure ? 'warning' : 'information',
    message: messageOf(change),
    note: `The same request is written with another ${nouns[change.kind]}; one of the two is a slip.`,
    related: [
      {
        at: against,
        message: where === 'heading' ? `"${expected}"` : `Heading of item ${item.number}: "${expected}"`,
      },
    ],
    fixes: [
      { title: `Change to "${to}"`, edits: [{ at, text: to }], preferred: supporters > 1 },
      ...(supporters > 1
        ? []
        : [
            {
              title: `Change the ${where === 'heading' ? 'other place' : 'heading'} to "${back}"`,
              edits: [{ at: against, text: back }],
            },
          ]),
    ],
  };
}

function messageOf({ found, expected, supporters, where }: RequestChange): string {
  if (where === 'heading') {
    const others = supporters === 1 ? 'another mention' : `${supporters} other mentions`;
    return `This heading says "${found}", but ${others} of the same request ${supporters === 1 ? 'says' : 'say'} "${expected}".`;
  }
  const more = supporters - 1;
  const backing =
    more === 0 ? '' : more === 1 ? ' (one other mention agrees)' : ` (${more} other mentions agree)`;
  return `The ${where} says "${found}" of this request, but the heading says "${expected}"${backing}.`;
}

/** The wanted number or word as the printed one is written: "1-2" for "1 to 2", "six" for "6". */
function inStyleOf(printed: string, wanted: string): string {
  if (/^\d/.test(printed)) {
    const digits = wanted.replace(/[A-Za-z]+/g, (word) => {
      const value = numberWords.indexOf(word.toLowerCase());
      return value < 0 ? word : String(value);
    });
    const joint = /\d( to |-|\/)\d/.exec(printed)?.[1];
    return joint === undefined ? digits : digits.replace(/ to |-|\//g, joint);
  }
  const word =
    /^\d+$/.test(wanted) && numberWords.includes(printed.toLowerCase())
      ? numberWords[Number(wanted)]
      : undefined;
  return inCaseOf(printed, word ?? wanted);
}

/** A heading's words as they stand within a sentence: without the capital that only opens the heading. */
export function withinSentence(words: string, at: BlockPlace): string {
  // A quotation is a copy, and names in capitals ("Partial Hospitalization") keep them.
  const keeps =
    at.start === 0 ||
    /(?:[.:] |["'])$/.test(at.block.flow.text.slice(0, at.start)) ||
    / [A-Z][a-z]/.test(words);
  return keeps || !/^[A-Z][a-z]/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

interface BlockPlace {
  block: Block;
  start: number;
}

/** The wanted word with the first letter in the case of the printed one. */
export function inCaseOf(printed: string, wanted: string): string {
  const first = wanted.charAt(0);
  if (/^[A-Z](?![A-Z])/.test(printed) && !/^[A-Z]{2}/.test(wanted))
    return first.toUpperCase() + wanted.slice(1);
  if (/^[a-z]/.test(printed) && /^[A-Z][a-z]/.test(wanted)) return first.toLowerCase() + wanted.slice(1);
  return wanted;
}
