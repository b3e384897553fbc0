import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { decisionsOf, type ItemDecision, type ItemFacts } from '../../language/facts/index.ts';
import type { Edit } from '../../language/finding.ts';
import type { Flow, Verdict } from '../../language/syntax/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { itemAt } from '../places.ts';
import { workspaceEdit } from './edits.ts';

/** Kind of the actions that turn the decision on an item. */
export const turnVerdictKind = `${CodeActionKind.RefactorRewrite}.imr.verdict`;

/** What a rewriting has turned, and what it has to leave to the writer. */
interface Turned {
  edits: Edit[];
  done: string[];
  left: string[];
}

/**
 * Actions that turn the decision on the item at an offset: heading, opener and conclusions in one edit. The title says
 * what is left to the writer, the argument above all.
 */
export function turnVerdictActions(letter: CheckedLetter, offset: number): CodeAction[] {
  const item = itemAt(letter, offset);
  if (!item?.heading) return [];
  const targets: Verdict[] = item.verdict
    ? [item.verdict === 'Upheld' ? 'Overturned' : 'Upheld']
    : ['Upheld', 'Overturned'];
  return targets.map((target) => {
    const { edits, done, left } = turn(letter, item, target);
    const verb = target === 'Upheld' ? 'Uphold' : 'Overturn';
    return {
      title: `${verb} this item: rewrites ${list(done)}; left to you: ${list(left)}`,
      kind: turnVerdictKind,
      edit: workspaceEdit(
        letter.document,
        edits.sort((a, b) => a.start - b.start),
      ),
    };
  });
}

function list(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

function turn(letter: CheckedLetter, item: ItemFacts, target: Verdict): Turned {
  const turned: Turned = { edits: [], done: [], left: [] };
  turnHeading(item, target, turned);
  const decision = decisionsOf(letter.facts).find((candidate) => candidate.item === item);
  if (!decision) {
    turned.left.push('the rationale');
    return turned;
  }
  turnOpener(letter, item, decision, target, turned);
  turnConclusions(decision, target, turned);
  turned.left.push('the argument');
  const next = letter.facts.items[letter.facts.items.indexOf(item) + 1];
  const nextOpener = decisionsOf(letter.facts).find((candidate) => candidate.item === next)?.opener;
  if (nextOpener?.word === 'similarly' || nextOpener?.word === 'conversely') {
    turned.left.push(`"${capital(nextOpener.word)}" in the next item`);
  }
  return turned;
}

function turnHeading({ heading }: ItemFacts, target: Verdict, turned: Turned): void {
  if (!heading) return;
  const { flow, verdict, requestEnd } = heading;
  if (verdict) {
    turned.edits.push(edit(flow, verdict.start, verdict.end, target));
  } else {
    const { end } = flow.sourceRange(0, requestEnd > 0 ? requestEnd : flow.text.length);
    const colon = /:\s*$/.test(flow.text) ? ' ' : ': ';
    const at = colon === ' ' ? flow.sourceRange(0, flow.text.length).end : end;
    turned.edits.push({ start: at, end: at, text: `${colon}${target}` });
  }
  turned.done.push('heading');
}

function turnOpener(
  { facts }: CheckedLetter,
  item: ItemFacts,
  { opener, rationale }: ItemDecision,
  target: Verdict,
  turned: Turned,
): void {
  if (!opener || opener.word === 'finally') return;
  const { flow } = rationale;
  const before = facts.items[facts.items.indexOf(item) - 1]?.verdict;
  let word: string;
  if (opener.word === 'yes' || opener.word === 'no') {
    word = target === 'Upheld' ? 'No' : 'Yes';
  } else {
    if (before === undefined) {
      turned.left.push(`"${capital(opener.word)}"`);
      return;
    }
    word = before === target ? 'Similarly' : 'Conversely';
  }
  if (flow.text.slice(opener.start, opener.end) === word) return;
  turned.edits.push(edit(flow, opener.start, opener.end, word));
  turned.done.push('opener');
}

/** Turns what the rationale concludes against the new verdict; reports of what others said stay. */
function turnConclusions({ rationale, conclusions }: ItemDecision, target: Verdict, turned: Turned): void {
  const { flow } = rationale;
  const wanted = target === 'Overturned';
  const against = conclusions.filter(({ necessary }) => necessary !== wanted);
  let count = 0;
  for (const { phrase, not, sentence } of against) {
    const text = flow.text.slice(phrase.start, phrase.end);
    const plain = /^(?:not )?medically /i.test(text);
    if (wanted && not) turned.edits.push(edit(flow, not.start, not.end, ''));
    else if (!wanted && plain) turned.edits.push({ ...insertion(flow, phrase.start), text: 'not ' });
    else continue;
    count++;
    // "not necessary, appropriate, or indicated" against "necessary, appropriate, and indicated".
    const joint = wanted ? ', or indicated' : ', and indicated';
    const at = flow.text.indexOf(joint, phrase.start);
    if (at >= 0 && at < sentence.end) {
      turned.edits.push(edit(flow, at + 2, at + 2 + (wanted ? 2 : 3), wanted ? 'and' : 'or'));
    }
    const likewise = flow.text.slice(sentence.start, phrase.start).lastIndexOf('likewise ');
    if (likewise >= 0) {
      const start = sentence.start + likewise;
      turned.edits.push(edit(flow, start, start + 'likewise '.length, ''));
    }
  }
  if (count > 0) turned.done.push(count === 1 ? 'conclusion' : `${count} conclusions`);
  const rest = against.length - count;
  if (rest > 0)
    turned.left.push(rest === 1 ? 'a conclusion in other words' : `${rest} conclusions in other words`);
  else if (conclusions.length === 0) turned.left.push('a conclusion, which is missing');
}

function edit(flow: Flow, start: number, end: number, text: string): Edit {
  return { ...flow.sourceRange(start, end), text };
}

function insertion(flow: Flow, at: number): { start: number; end: number } {
  const offset = flow.sourceOffset(at);
  return { start: offset, end: offset };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
