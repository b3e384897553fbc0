/** The properties that hold for every text; the unit tests try them briefly, `npm run fuzz` for as long as asked. */
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc, { type IAsyncProperty } from 'fast-check';
import { encodeText } from '../../server/src/cli/encode.ts';
import { decodeText, UnreadableFileError } from '../../server/src/cli/read.ts';
import { Checker, type CheckResult } from '../../server/src/language/checker.ts';
import { fullChecker } from '../support/full-checker.ts';
import {
  findingsHold,
  fixesHold,
  fixingHolds,
  sameFindings,
  singleFixesHold,
  treeHolds,
} from './invariants.ts';
import { LocalServer } from './local-server.ts';
import { session, sessionHolds } from './session.ts';
import { anyBytes, anyText, pulledLetter, slippedLetter, wholeLetter } from './texts.ts';

const program = join(import.meta.dirname, '../../dist/imr.js');

/** Something that always holds. */
export interface Property {
  name: string;
  /** How often the unit tests try it. */
  runs: number;
  /** Inputs with what must hold for them; starts what it needs. */
  make(): Promise<IAsyncProperty<unknown>>;
}

function of<T>(inputs: fc.Arbitrary<T>, holds: (input: T) => void | Promise<void>): IAsyncProperty<unknown> {
  return fc.asyncProperty(inputs, async (input) => {
    await holds(input);
  }) as IAsyncProperty<unknown>;
}

function textHolds(checker: Checker, text: string): void {
  const { tree, findings } = checker.check(text);
  treeHolds(text, tree);
  findingsHold(text, findings);
  fixesHold(text, findings);
}

/** The findings of a text are those that the built command line gives for it. */
function sameAsFresh(text: string, { tree, findings }: CheckResult): void {
  // What holds a NUL is a binary file to the command line.
  if (tree.form === 'none' || text.includes('\0')) return;
  const { stdout } = spawnSync(process.execPath, [program, 'check', '--reporter', 'json', '-'], {
    input: text,
    encoding: 'utf8',
    cwd: tmpdir(),
    env: { ...process.env, IMR_HOME: join(tmpdir(), 'imr-no-such-home') },
    maxBuffer: 64 * 1024 * 1024,
  });
  const [file] = JSON.parse(stdout) as [
    { messages: { ruleId: string; reason: string; place: { start: { offset: number } } }[] },
  ];
  const told = file.messages.map(({ ruleId, reason, place }) => `${place.start.offset} ${ruleId}: ${reason}`);
  const wanted = findings.map(({ rule, start, message }) => `${start} ${rule}: ${message}`);
  if (!isDeepStrictEqual(told, wanted)) throw new Error('a program of its own finds something else');
}

export const properties: readonly Property[] = [
  {
    name: 'any text is checked; tree, findings and fixes lie inside it, and fixes change nothing else',
    runs: 150,
    make: async () => {
      const checker = fullChecker();
      return of(anyText, (text) => textHolds(checker, text));
    },
  },
  {
    name: 'any bytes are read or refused with a reason, and the text that was read is written back byte for byte',
    runs: 120,
    make: async () => {
      const checker = fullChecker();
      return of(anyBytes, (bytes) => {
        try {
          const { text, encoding } = decodeText(bytes);
          textHolds(checker, text);
          const written = encodeText(text, encoding);
          // Damaged UTF-16 has no way back: a replacement character stands for what was no text.
          if (!text.includes('\ufffd') && written !== undefined && Buffer.compare(written, bytes) !== 0)
            throw new Error(`${encoding}: the bytes written are not those that were read`);
        } catch (error) {
          if (!(error instanceof UnreadableFileError)) throw error;
        }
      });
    },
  },
  {
    name: 'a text gets the same findings whatever was checked before it',
    runs: 30,
    make: async () => {
      const used = fullChecker();
      return of(fc.tuple(anyText, anyText), ([text, other]) => {
        const first = fullChecker().check(text).findings;
        used.check(other);
        sameFindings(used.check(text).findings, first);
      });
    },
  },
  {
    name: 'a text gets the same findings from a program that has checked nothing else',
    runs: 12,
    make: async () => {
      const used = fullChecker();
      return of(anyText, (text) => {
        // Halves of characters have no bytes to send.
        if (/\p{Surrogate}/u.test(text) || text.startsWith('\ufeff')) return;
        sameAsFresh(text, used.check(text));
      });
    },
  },
  {
    name: 'applying all certain fixes comes to an end and makes no error, with words and without',
    runs: 80,
    make: async () => {
      const checkers = [fullChecker(), new Checker()];
      return of(fc.oneof(slippedLetter, pulledLetter), (text) => {
        for (const checker of checkers) fixingHolds(text, checker);
      });
    },
  },
  {
    name: 'a fix by itself makes no error and is done once for all, with words and without',
    runs: 50,
    make: async () => {
      const checkers = [fullChecker(), new Checker()];
      const letter = fc.oneof(
        slippedLetter.map((text) => ({ text, slipped: true })),
        pulledLetter.map((text) => ({ text, slipped: false })),
      );
      return of(letter, ({ text, slipped }) => {
        for (const checker of checkers) singleFixesHold(text, checker, slipped);
      });
    },
  },
  {
    name: 'a check without dictionary and with rules off returns as well',
    runs: 40,
    make: async () => {
      const bare = new Checker({
        rules: { 'subdivision-ef': 'off', 'no-such-rule': 'error', misspelling: 'hint' },
      });
      return of(fc.oneof(anyText, wholeLetter), (text) => textHolds(bare, text));
    },
  },
  {
    name: 'after any edits over the protocol, with any requests between them, diagnostics are those of a full check',
    runs: 40,
    make: async () => {
      const server = await LocalServer.start();
      const checker = fullChecker();
      return of(session, (input) => sessionHolds(server, checker, input));
    },
  },
];
