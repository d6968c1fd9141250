import type { Source } from '../source.ts';
import { kimiCliFields, kimiCliNeedles } from './fields.ts';
import { isKimiCliFolder, isKimiCliLog, kimiCliExtraRoots, kimiCliRoots, sideFilesOf } from './paths.ts';
import { kimiCliProcesses } from './processes.ts';
import { createKimiCliReader } from './reader.ts';

/** Moonshot's agent, both the first one (`kimi-cli`) and the one that replaced it (`kimi-code`). */
export const kimiCli = {
  id: 'kimi-cli',
  label: 'Kimi Code',
  ccusage: { name: 'kimi' },
  roots: kimiCliRoots,
  extraRoots: kimiCliExtraRoots,
  isLogFolder: isKimiCliFolder,
  streams: [
    {
      kind: 'lines',
      matches: isKimiCliLog,
      sideFiles: sideFilesOf,
      needles: kimiCliNeedles,
      fields: kimiCliFields,
      createReader: createKimiCliReader,
    },
  ],
  skipReasons: {},
  unloggedCalls: { compaction: 'compactions' },
  coverage: { kind: 'exact' },
  retentionDays: null,
  processes: kimiCliProcesses,
} as const satisfies Source;
