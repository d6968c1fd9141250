import type { ReadFailure } from '../../../../shared/domain/failures.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';

/** A file or folder that could not be read, and why. */
export interface FileProblem {
  readonly source: SourceId;
  readonly path: string;
  readonly reason: ReadFailure;
}

const failuresByCode: Readonly<Record<string, ReadFailure>> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ELOOP: 'link-loop',
  ENOTDIR: 'parent-not-a-folder',
  EISDIR: 'is-a-folder',
  EBUSY: 'locked',
  EMFILE: 'too-many-open-files',
  ENFILE: 'too-many-open-files',
  EIO: 'disk-error',
  ENAMETOOLONG: 'path-too-long',
};

/** The system's error code of a failure, e.g. `ENOENT`; empty when it has none. */
export function toErrorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Whether a failure means that nothing exists at that path. */
export function isMissing(error: unknown): boolean {
  const code = toErrorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Converts the system's error to the reason why something could not be read. */
export function toReadFailure(error: unknown): ReadFailure {
  const code = toErrorCode(error);
  return failuresByCode[code] ?? (code === '' ? 'unknown' : `error:${code}`);
}
