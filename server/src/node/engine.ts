import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Has Node compile every expression to machine code when it is first run. By default it compiles each to byte code
 * first and again soon after, which takes half the time of a program's first check; letters ask for nearly all of
 * them. Import it first; Node without the flag would only print a warning.
 */
setFlagsFromString('--no-regexp-tier-up');

/**
 * Has the engine clear up when what is kept has doubled. By default it waits up to four times as long where a program
 * makes much that is soon thrown away, as letter after letter does.
 */
setFlagsFromString('--heap-growing-percent=100');

/** Room for objects that live short, in bytes, beyond which more of it saves no time on letters (measured). */
const enoughForShortLived = 16 * 1024 * 1024;

let limited = false;

/** Keeps the room for short-lived objects from growing further once there is enough of it: Node takes up to eight times as much. */
export function limitShortLived(): void {
  if (limited) return;
  const room = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  limited = (room?.space_size ?? 0) >= enoughForShortLived;
  if (limited) setFlagsFromString('--semi-space-growth-factor=1');
}
