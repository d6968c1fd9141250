import fc from 'fast-check';
import { addUsage, emptyUsage } from '../../../shared/domain/token-usage.ts';
import type { LogGenerator } from '../generated-logs.ts';

const turn = fc.record({
  in: fc.integer({ min: 1, max: 900 }),
  out: fc.integer({ min: 1, max: 900 }),
  /** A turn may stand in several places, and counts once. */
  places: fc.subarray(['lines', 'document', 'database'], { minLength: 1 }),
});

/** Logs of the made-up agent. */
export const generator: LogGenerator = {
  logs: fc.array(turn, { minLength: 3, maxLength: 8 }).map((turns) => {
    const placed = (place: 'lines' | 'document' | 'database') =>
      turns.flatMap(({ places, ...tokens }, index) => {
        const at = new Date(Date.UTC(2026, 4, 4, 9, index)).toISOString();
        const row = { kind: 'turn', id: `t${index}`, at, model: 'warp-1', session: 's1', ...tokens };
        return places.includes(place) ? [row] : [];
      });
    const documents = placed('document');
    return {
      files: [
        { path: '.loom/threads/a.jsonl', lines: placed('lines').map((row) => JSON.stringify(row)) },
        {
          path: '.loom/spools/b.json',
          versions: [...documents.keys(), documents.length].map((count) =>
            JSON.stringify({ turns: documents.slice(0, count) }),
          ),
        },
        {
          path: '.loom/loom.db',
          schema: 'CREATE TABLE turn (id TEXT PRIMARY KEY, at, model, session, tokens_in, tokens_out)',
          statements: placed('database').map(
            (row) => `INSERT INTO turn VALUES ('${row.id}', '${row.at}', 'warp-1', 's1', ${row.in}, ${row.out})`,
          ),
        },
      ],
      spent: turns
        .map((one) => ({ ...emptyUsage, inputTokens: one.in, outputTokens: one.out }))
        .reduce(addUsage, emptyUsage),
    };
  }),
  copyOf: (path, number) => path.replace(/([^/]+)\.jsonl?$/, `copy-${number}$&`).replace('loom.db', 'other.db'),
};
