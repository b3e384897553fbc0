import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Framing } from '../../server/src/node/framing.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('frames of the protocol', () => {
  it('are followed however the stream is cut into pieces', () => {
    const message = fc.tuple(fc.string({ maxLength: 40 }), fc.boolean()).map(([body, typed]) => {
      const length = Buffer.byteLength(body, 'latin1');
      return `Content-Length: ${length}\r\n${typed ? 'Content-Type: application/vscode-jsonrpc\r\n' : ''}\r\n${body}`;
    });
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
        (messages, sizes) => {
          const stream = bytes(messages.join(''));
          const framing = new Framing();
          for (let at = 0, i = 0; at < stream.length; i++) {
            const size = sizes[i % sizes.length] ?? 1;
            expect(framing.take(stream.subarray(at, at + size))).toBe(true);
            at += size;
          }
          // Whatever is no header now shows that every body was passed over to its end.
          expect(framing.take(bytes('x'))).toBe(false);
        },
      ),
    );
  });

  it('with a body larger than any header are passed over', () => {
    const framing = new Framing();
    const body = 'y'.repeat(1_000_000);
    expect(framing.take(bytes(`Content-Length: ${body.length}\r\n\r\n${body}`))).toBe(true);
    expect(framing.take(bytes(`Content-Length: 2\r\n\r\n{}Content-Le`))).toBe(true);
    expect(framing.take(bytes('ngth: 1\r\n\r\nx'))).toBe(true);
  });
});
