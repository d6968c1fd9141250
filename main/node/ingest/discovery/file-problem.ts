import type { SourceId } from '../../../../shared/domain/ids.ts';

/** A file or folder that could not be read, and why, in words. */
export interface FileProblem {
  readonly source: SourceId;
  readonly path: string;
  readonly reason: string;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'its links lead in a circle',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder, not a file',
  EBUSY: 'another program has locked it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk could not read it',
  ENAMETOOLONG: 'its path is too long',
};

/** The system's code of a failure, e.g. `ENOENT`; empty when it has none. */
export function toErrorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Whether a failure says that there is nothing at that path. */
export function isMissing(error: unknown): boolean {
  const code = toErrorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Says in words why something could not be read, without its path. */
export function toReason(error: unknown): string {
  const code = toErrorCode(error);
  return reasons[code] ?? (code === '' ? 'it could not be read' : `it could not be read (${code})`);
}
