/** An editing session over the protocol: any edits, with any requests between them. */
import { isDeepStrictEqual } from 'node:util';
import fc, { type Arbitrary } from 'fast-check';
import { type Diagnostic, Position, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker } from '../../server/src/language/checker.ts';
import { rangeIn } from '../../server/src/lsp/convert.ts';
import type { LocalServer } from './local-server.ts';
import { anyText, letters, pieces, pulledLetter } from './texts.ts';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

/** A change: what to take out (places as fractions of the text), and what to put there. */
interface Edit {
  at: number;
  length: number;
  text: string;
}

/** A request about a stretch of the letter. */
interface Question {
  method: string;
  at: number;
  to: number;
  extra: object;
}

type Step = { edits: Edit[] } | { replace: string } | { ask: Question };

/** Requests about a place, a range or the whole letter; a server ignores the parameters that it has no use for. */
const methods = [
  ...['textDocument/hover', 'textDocument/completion', 'textDocument/codeAction', 'textDocument/codeLens'],
  ...['textDocument/definition', 'textDocument/references', 'textDocument/documentHighlight'],
  ...['textDocument/documentLink', 'textDocument/documentSymbol', 'textDocument/foldingRange'],
  ...['textDocument/inlayHint', 'textDocument/selectionRange', 'textDocument/semanticTokens/full'],
  ...[
    'workspace/symbol',
    'imr/findings',
    'imr/timeline',
    'imr/passages',
    'imr/insertPassage',
    'imr/newLetter',
  ],
];

const edit: Arbitrary<Edit> = fc.record({
  at: fraction,
  length: fc.oneof({ weight: 4, arbitrary: fc.nat(6) }, fc.nat(600)),
  text: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...pieces) },
    { weight: 2, arbitrary: fc.string({ maxLength: 6 }) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.nat(letters.length - 1), fraction, fc.nat(900)).map(([index, at, length]) => {
        const other = letters[index] ?? '';
        const start = Math.floor(at * other.length);
        return other.slice(start, start + length);
      }),
    },
  ),
});

const step: Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ replace: anyText }) },
  {
    weight: 6,
    arbitrary: fc.record({
      ask: fc.record({
        method: fc.constantFrom(...methods),
        at: fraction,
        to: fraction,
        extra: fc.constantFrom(
          {},
          { query: 'pain', items: '1. Percocet #90: Overturned\n\n- MRI', id: 'rationale-skeleton-upheld' },
          {
            query: 'page 64',
            items: '',
            context: { includeDeclaration: false, diagnostics: [], only: ['refactor'] },
          },
          {
            query: '(',
            items: '$1 } ${x',
            context: { includeDeclaration: true, diagnostics: [], only: ['source.fixAll'] },
          },
        ),
      }),
    }),
  },
);

/** A letter and what is done to it. */
export const session: Arbitrary<{ text: string; steps: Step[] }> = fc.record({
  text: fc.oneof(
    { weight: 3, arbitrary: fc.nat(letters.length - 1).map((i) => letters[i] ?? '') },
    pulledLetter,
  ),
  steps: fc.array(step, { minLength: 1, maxLength: 16 }),
});

/** The place of a fraction of the text, never within a line end of two characters. */
function placeIn(text: string, at: number): number {
  const offset = Math.min(text.length, Math.max(0, Math.floor(at * (text.length + 1))));
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
}

/** Lines of a text without their ends. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

function positionAt(text: string, offset: number): Position {
  const lines = linesOf(text.slice(0, offset));
  return { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
}

/** All ranges in an answer, at whatever depth. */
function rangesIn(value: unknown, found: Range[] = []): Range[] {
  if (Range.is(value)) found.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) rangesIn(part, found);
  return found;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function answerHolds(method: string, text: string, answer: unknown): void {
  const lines = linesOf(text);
  const inside = ({ line, character }: Position): boolean =>
    Position.is({ line, character }) && character <= (lines[line] ?? '').length && line < lines.length;
  for (const range of rangesIn(answer)) {
    if (compare(range.start, range.end) > 0 || !inside(range.start) || !inside(range.end))
      throw new Error(`${method}: range ${JSON.stringify(range)} lies outside of the letter`);
  }
}

async function ask(server: LocalServer, uri: string, text: string, question: Question): Promise<void> {
  const { method, extra } = question;
  const [first, last] = [placeIn(text, question.at), placeIn(text, question.to)].sort((a, b) => a - b);
  const position = positionAt(text, first ?? 0);
  const answer = await server.request(method, {
    uri,
    textDocument: { uri },
    position,
    positions: [position],
    range: { start: position, end: positionAt(text, last ?? 0) },
    context: { diagnostics: [], includeDeclaration: true },
    query: '',
    items: '',
    id: '',
    ...extra,
  });
  answerHolds(method, text, answer);
}

/** What diagnostics of a text must say, by a check of the whole text. */
function expected(text: string, checker: Checker): Pick<Diagnostic, 'code' | 'range' | 'message'>[] {
  const document = TextDocument.create('file:///letter.imr', 'imr', 1, text);
  return checker.check(text).findings.map((finding) => ({
    code: finding.rule,
    range: rangeIn(document, finding),
    message: finding.note === undefined ? finding.message : `${finding.message}\n${finding.note}`,
  }));
}

let sessions = 0;

/**
 * Runs a session: every request is answered with ranges inside the letter as it is then, and at its end the diagnostics
 * are those of a check of the whole text.
 */
export async function sessionHolds(
  server: LocalServer,
  checker: Checker,
  { text: first, steps }: { text: string; steps: readonly Step[] },
): Promise<void> {
  const uri = `file:///letters/session-${sessions++}.imr.txt`;
  let text = first;
  await server.open(uri, text);
  for (const step of steps) {
    if ('ask' in step) {
      await ask(server, uri, text, step.ask);
    } else if ('replace' in step) {
      text = step.replace;
      await server.change(uri, [{ text }]);
    } else {
      const changes: object[] = [];
      for (const { at, length, text: inserted } of step.edits) {
        const start = placeIn(text, at);
        const end = placeIn(text, (start + length) / (text.length + 1));
        changes.push({
          range: { start: positionAt(text, start), end: positionAt(text, Math.max(start, end)) },
          text: inserted,
        });
        text = text.slice(0, start) + inserted + text.slice(Math.max(start, end));
      }
      await server.change(uri, changes);
    }
  }
  const shown = (await server.diagnostics(uri)).map(({ code, range, message }) => ({ code, range, message }));
  const wanted = expected(text, checker);
  if (!isDeepStrictEqual(shown, wanted))
    throw new Error(
      `diagnostics after edits differ from those of a full check (${shown.length} and ${wanted.length})`,
    );
  await server.close(uri);
}
