const reasons: readonly { codes: readonly string[]; reason: string }[] = [
  { codes: ['EACCES', 'EPERM', 'EROFS'], reason: 'no permission' },
  { codes: ['ENOSPC', 'EDQUOT', 'EFBIG'], reason: 'the disk is full' },
  { codes: ['ENOENT', 'ENOTDIR'], reason: 'no such folder' },
  { codes: ['EBUSY', 'ETXTBSY'], reason: 'the file is in use' },
  { codes: ['EISDIR'], reason: 'it is a folder' },
];

/** Why a file could not be written, as the end of a sentence, by what the system says; undefined where that tells nothing. */
export function whyNotWritten(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons.find(({ codes }) => codes.includes(code))?.reason;
}
