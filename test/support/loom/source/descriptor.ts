import type { Source } from '../../../../shared/sources/source.ts';
import { toRecord } from '../../../../shared/lib/json-record.ts';
import { readTurns } from './database.ts';
import { loomExtraRoots, loomRoots } from './paths.ts';
import { loomPlans } from './plans.ts';
import { loomProcesses } from './processes.ts';
import { parseTurn } from './turn.ts';

/** Loom, an agent that does not exist: a source with a stream of each kind. */
export const loom = {
  id: 'loom',
  label: 'Loom',
  roots: loomRoots,
  extraRoots: loomExtraRoots,
  isLogFolder: (path) => path === 'threads' || path === 'spools',
  streams: [
    {
      kind: 'lines',
      matches: (path) => /^threads\/[^/]+\.jsonl$/.test(path),
      needles: ['"turn"', '"nap"'],
      fields: { kind: true, id: true, at: true, model: true, session: true, in: true, out: true },
      createReader: () => ({
        read(line) {
          const parsed = line.record();
          return parsed.ok ? parseTurn(parsed.value) : [{ kind: 'skip', reason: parsed.error }];
        },
        state: () => null,
      }),
    },
    {
      kind: 'document',
      matches: (path) => /^spools\/[^/]+\.json$/.test(path),
      read({ value }) {
        const turns = toRecord(value)?.['turns'];
        return Array.isArray(turns) ? turns.flatMap(parseTurn) : [{ kind: 'skip', reason: 'not-a-record' }];
      },
    },
    { kind: 'database', matches: (path) => path === 'loom.db', read: readTurns },
  ],
  skipReasons: { 'no-thread': 'turns that belong to no thread' },
  unloggedCalls: { nap: 'naps between turns' },
  coverage: { kind: 'exact' },
  retentionDays: null,
  processes: loomProcesses,
  plans: loomPlans,
} as const satisfies Source;
