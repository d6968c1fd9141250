import { createAnswerFileReader } from '../lib/answers/document.ts';
import { createAnswerReader } from '../lib/answers/database.ts';
import { isAnswerFile, isAnswerFolder } from '../lib/answers/paths.ts';
import type { Source } from '../source.ts';
import { isKiloDatabase, kiloExtraRoots, kiloRoots } from './paths.ts';
import { kiloProcesses } from './processes.ts';

const id = 'kilo-cli';

/** Kilo's command line, and the editor extension that is built on it. */
export const kiloCli = {
  id,
  label: 'Kilo CLI',
  ccusage: { name: 'kilo' },
  roots: kiloRoots,
  extraRoots: kiloExtraRoots,
  isLogFolder: isAnswerFolder,
  streams: [
    { kind: 'database', matches: isKiloDatabase, read: createAnswerReader(id) },
    { kind: 'document', matches: isAnswerFile, read: createAnswerFileReader(id) },
  ],
  skipReasons: { 'no-id': 'without an id' },
  unloggedCalls: {},
  coverage: { kind: 'exact' },
  retentionDays: null,
  processes: kiloProcesses,
} as const satisfies Source;
