import { parseIsoInstant } from '../../../../shared/domain/instant.ts';
import type { LogRecord } from '../../../../shared/domain/log-record.ts';
import { defaultProfile } from '../../../../shared/domain/profile-fields.ts';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import { toRecord } from '../../../../shared/lib/json-record.ts';
import { toName } from '../../../../shared/sources/lib/names.ts';
import { toCounts } from '../../../../shared/sources/lib/token-count.ts';

/** What a turn yields, wherever it is kept. Rules and evidence: README.md. */
export function parseTurn(value: unknown): readonly LogRecord[] {
  const turn = toRecord(value);
  if (turn === null) return [{ kind: 'skip', reason: 'not-a-record' }];
  if (turn['kind'] === 'nap') return [{ kind: 'unlogged', call: 'nap' }];
  if (turn['kind'] !== 'turn') return [];
  const id = toName(turn['id'], 256);
  const atMs = parseIsoInstant(turn['at']);
  const counts = toCounts(turn, ['in', 'out']);
  if (id === null) return [{ kind: 'skip', reason: 'no-thread' }];
  if (atMs === null) return [{ kind: 'skip', reason: 'no-timestamp' }];
  if (counts === null) return [{ kind: 'skip', reason: 'bad-usage' }];
  return [
    {
      kind: 'event',
      event: {
        key: `loom:${id}`,
        aliases: [],
        replay: null,
        profile: {
          ...defaultProfile,
          source: 'loom',
          provider: 'unknown',
          model: toName(turn['model'], 256) ?? 'unknown',
          sessionId: toName(turn['session'], 256) ?? 'unknown',
        },
        atMs,
        usage: { ...emptyUsage, inputTokens: counts.in, outputTokens: counts.out },
        isFinal: true,
        webSearchRequests: 0,
        loggedCostMicroUsd: null,
      },
    },
  ];
}
