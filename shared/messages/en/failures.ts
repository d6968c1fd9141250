import type { ProbeFailure, ReadFailure } from '../../domain/failures.ts';

const readFailures: Readonly<Record<Exclude<ReadFailure, `error:${string}`>, string>> = {
  'no-permission': 'no permission to read it',
  'link-loop': 'its links form a loop',
  'parent-not-a-folder': 'a part of its path is not a folder',
  'is-a-folder': 'it is a folder, not a file',
  'other-file-system': 'its link leads to another disk; add that folder in the settings',
  'special-file-system': 'it is not an ordinary folder: the system makes up what is in it',
  'damaged-database': 'it is damaged, or not a database',
  'incomplete-json': 'it is not complete JSON',
  'too-large': 'it is too large to be read',
  'not-a-file': 'it is not a regular file',
  'too-deep': 'it is nested too deeply',
  locked: 'another program has locked it',
  'too-many-open-files': 'too many files are open',
  'disk-error': 'the disk could not read it',
  'path-too-long': 'its path is too long',
  'damaged-compression': 'its compressed data is damaged',
  'unknown-source': 'it belongs to no known agent',
  unknown: 'the reason is not known',
};

/** Why a record was skipped, where it is the same for every agent; their own reasons are in `DoctorReport`. */
export const skipReasons: Readonly<Record<string, string>> = {
  'not-json': 'not JSON',
  'not-a-record': 'not a record',
  'no-timestamp': 'without a time',
  'no-model': 'without a model',
  'bad-usage': 'with impossible numbers',
  'empty-usage': 'without any usage',
  'bad-limit': 'limits with impossible values',
  'not-joined': 'telemetry that nothing joins to the log; "fuelgauge reconcile" compares it',
};

/** Why a file or folder could not be read, as a clause. */
export function describeReadFailure(failure: ReadFailure): string {
  if (failure in readFailures) return readFailures[failure as keyof typeof readFailures];
  return `the system reports ${failure.replace('error:', '')}`;
}

/** Why the processes could not be listed, as a clause. */
export function describeProbeFailure(failure: ProbeFailure): string {
  switch (failure.kind) {
    case 'cannot-run':
      return `${failure.program} could not be run`;
    case 'unreadable-output':
      return `the output of ${failure.program} could not be understood`;
    case 'failed':
      return `${failure.program} failed with exit code ${failure.exitCode}`;
    case 'timed-out':
      return `${failure.program} did not finish within ${Math.round(failure.timeoutMs / 1_000)} seconds`;
    case 'other':
      return failure.detail;
  }
}
