import { createImportStream } from '../lib/imported-uses/reader.ts';
import type { Source } from '../source.ts';
import { cursorExtraRoots, cursorRoots, isImport, isImportFolder } from './paths.ts';
import { cursorProcesses } from './processes.ts';

/** Cursor: an editor and an agent on the command line. What they used is known to the server only. */
export const cursor = {
  id: 'cursor',
  label: 'Cursor',
  roots: cursorRoots,
  extraRoots: cursorExtraRoots,
  isLogFolder: isImportFolder,
  streams: [createImportStream({ source: 'cursor', provider: 'cursor' }, isImport)],
  skipReasons: { 'no-id': 'without an id' },
  unloggedCalls: {},
  coverage: {
    kind: 'none',
    gap: 'its usage is on its server only; download it there as CSV, then run "fuelgauge import cursor FILE"',
  },
  retentionDays: null,
  isImported: true,
  processes: cursorProcesses,
  statusPage: 'https://status.cursor.com',
} as const satisfies Source;
