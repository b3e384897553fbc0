/** All headers of the protocol begin so: Content-Length, Content-Type. */
const start = 'content-';
/** Longest header, in bytes; real ones have less than a hundred. */
const longest = 4096;

/**
 * Follows the frames of the language server protocol in a stream (a header with the length, an empty line, a body),
 * without looking into the bodies. The protocol library waits for ever where a header is broken.
 */
export class Framing {
  #header = '';
  /** Bytes of the present body that are still to come. */
  #body = 0;

  /** Takes the next bytes. @returns false where they cannot belong to the protocol; nothing after that counts. */
  take(chunk: Uint8Array): boolean {
    let at = 0;
    while (at < chunk.length) {
      const passed = Math.min(this.#body, chunk.length - at);
      this.#body -= passed;
      at += passed;
      if (at === chunk.length) break;
      const before = this.#header.length;
      this.#header += Buffer.from(chunk.subarray(at, at + longest + 1)).toString('latin1');
      const end = this.#header.indexOf('\r\n\r\n');
      if (end < 0)
        return this.#header.length <= longest && begins(this.#header) && at + longest >= chunk.length;
      const length = begins(this.#header)
        ? /^content-length:[ \t]{0,9}(\d{1,10})[ \t]{0,9}$/im.exec(this.#header.slice(0, end))?.[1]
        : undefined;
      if (length === undefined) return false;
      at += end + 4 - before;
      this.#header = '';
      this.#body = Number(length);
    }
    return true;
  }
}

function begins(header: string): boolean {
  const head = header.slice(0, start.length).toLowerCase();
  return start.startsWith(head);
}
