import { setFlagsFromString } from 'node:v8';

/**
 * Has Node compile every expression to machine code when it is first run. By default it compiles each to byte code
 * first and again soon after, which takes half the time of a program's first check; letters ask for nearly all of
 * them. Import it first; Node without the flag would only print a warning.
 */
setFlagsFromString('--no-regexp-tier-up');
