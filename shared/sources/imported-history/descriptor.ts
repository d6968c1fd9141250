import type { Source } from '../source.ts';
import { historyExtraRoots, historyRoots, isHistoryFolder } from './paths.ts';
import { historyStream } from './reader.ts';

/** What other tools kept of days and requests whose logs are gone: no agent of its own. */
export const importedHistory = {
  id: 'imported-history',
  label: 'Imported history',
  roots: historyRoots,
  extraRoots: historyExtraRoots,
  isLogFolder: isHistoryFolder,
  streams: [historyStream],
  skipReasons: {},
  unloggedCalls: {},
  coverage: { kind: 'partial', gap: 'only what another tool kept, mostly as sums of days; see "fuelgauge import"' },
  retentionDays: null,
  isImported: true,
  processes: null,
} as const satisfies Source;
