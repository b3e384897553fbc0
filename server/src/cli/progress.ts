/** Fewer files than this are done before anybody wonders. */
const worthShowing = 50;

/** Pause between two lines, in milliseconds: often enough to look alive. */
const pause = 100;

/**
 * Shows on a terminal how many files are done, on one line that goes away at the end; elsewhere nothing.
 *
 * @returns what to call with the number of files done
 */
export function showProgress(
  total: number,
  stream: NodeJS.WriteStream,
): ((done: number) => void) | undefined {
  if (!stream.isTTY || total < worthShowing) return undefined;
  let shown = 0;
  return (done) => {
    const now = performance.now();
    if (done < total && now - shown < pause) return;
    shown = now;
    stream.write(done < total ? `\r${done} of ${total} files checked` : '\r\u001b[K');
  };
}
