import { decisionsOf, sentencesOf } from '../facts/index.ts';
import type { Rule } from './rule.ts';

/** A sentence that stops at a word which cannot be its last. */
const cutEnd = /\b(?:the|an|and|or|because|than|with the|of the|to the|is not|was not|their|its)\.?$/;

/**
 * A new sentence begins in the middle of one: the stop, or the rest of the sentence before it, is lost. Small words
 * that are written with a capital only at the head of a sentence; in 100 real and own letters one hit was wrong.
 */
const runOn =
  /(?<=(?:[a-z0-9)%°;,]|[A-Z]{2}) )(?:(?<!\b(?:in|of|by|per|from|at|to|and|with|on|for) )(?:The|This|There|His|Her) [A-Z]\w*|(?:On|In|By|At|Since|From) \d[\d/-]*|(?<=\s[a-z]+ )(?:Examination|Range|Motor|Sensation|Strength|Straight|Diagnos[ei]s|Radiographs|Records) [a-z]+|(?:The|This|These|Those|There|A|An|In|On|At|It|He|She|They|As|If|When|No|Not|Per|His|Her|Their|According|Based|Given|However|Therefore|While|Although|Since|Due|Currently|Additionally|Furthermore|Moreover|Initially|Also|Any|All|Both|Each|Here|Further|During|After|Before|From|To|Thus|Once|Prior|Such|Then|Other|Some) [a-z][a-z-]*|(?:Here|However|Therefore|Furthermore|Additionally|Currently), |(?:Treatment to date|Objective findings|Subjective (?:findings|complaints)|Physical exam\w*)\b)/g;

const smallWord =
  /^(?:an?|the|of|and|or|to|in|on|at|by|for|from|with|as|is|was|are|were|be|been|has|have|had|that|which|who|this|these|must|will|would|not|no|his|her|their)$|[,;]$/i;

/** Finds a sentence that was cut: no stop at the end of a block, an ending on "the", a new sentence inside one. */
export const sentenceCut: Rule = {
  id: 'sentence-cut',
  family: 'text',
  severity: 'warning',
  purpose: 'Finds a sentence that ends in the middle, or into which the next one runs',
  why: 'The end of the sentence, and the fact that it held, is lost.',
  source: 'Seen in real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale: 'There is no documentation of the. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {},
    },
    {
      wrong: {
        items: [
          {
            rationale:
              'There is no documentation of functional Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {},
    },
    { wrong: { summary: 'The injured worker is a 44 year old male. He was treated with' }, right: {} },
  ],
  check(facts, report) {
    const concluding = new Set(
      decisionsOf(facts).flatMap(({ conclusion }) => (conclusion ? [conclusion.sentence] : [])),
    );
    for (const block of facts.blocks) {
      if (block.type !== 'rationale' && !(block.type === 'prose' && block === facts.summary)) continue;
      const sentences = sentencesOf(block);
      sentences.forEach((sentence, index) => {
        for (const match of sentence.text.matchAll(runOn)) {
          if (followsReference(block.flow.text, sentence.start + match.index)) continue;
          const start = sentence.start + match.index;
          const word = /(\S+) $/.exec(sentence.text.slice(0, match.index))?.[1] ?? '';
          report({
            at: { block, start: start - word.length - 1, end: start + match[0].length },
            message: `A new sentence begins at "${match[0]}", but the one before it has no end.`,
            // After a small word the rest of the sentence is lost, not its stop.
            fixes: smallWord.test(word)
              ? []
              : [
                  {
                    title: 'Add a full stop',
                    edits: [
                      {
                        at: { block, start: start - 2, end: start - 1 },
                        text: `${sentence.text.charAt(match.index - 2)}.`,
                      },
                    ],
                  },
                ],
          });
        }
        const last = index === sentences.length - 1;
        const cut = cutEnd.exec(sentence.text);
        if (cut) {
          report({
            at: { block, start: sentence.start + cut.index, end: sentence.end },
            message: `The sentence ends at "${cut[0]}": the rest of it is lost.`,
          });
        } else if (last && !concluding.has(sentence) && !/[.!?]["')\]]*$/.test(sentence.text)) {
          report({
            at: { block, start: Math.max(sentence.start, sentence.end - 40), end: sentence.end },
            message: 'The text ends without a full stop: the rest of the sentence may be lost.',
          });
        }
      });
    }
  },
};

/** Guidelines set a reference behind the full stop: "… for 3 years. (He, 2004) There is …". */
function followsReference(text: string, at: number): boolean {
  if (text.charAt(at - 2) !== ')') return false;
  const open = text.lastIndexOf('(', at - 2);
  // Also an enumeration, "& (6) When …", "2) If …".
  if (open < 0 || at - open < 7 || text.slice(open, at - 2).includes(')')) return true;
  return open === 0 || /[.!?)]["']? $/.test(text.slice(Math.max(0, open - 3), open));
}
