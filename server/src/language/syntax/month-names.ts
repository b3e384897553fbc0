/** The months in small letters, in order. */
export const monthNames: readonly string[] =
  'january february march april may june july august september october november december'.split(' ');
