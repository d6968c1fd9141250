import type { ProviderId, SourceId } from '../../../domain/ids.ts';
import type { LogRecord } from '../../../domain/log-record.ts';
import { defaultProfile } from '../../../domain/profile-fields.ts';
import { totalTokens } from '../../../domain/token-usage.ts';
import { toLoggedCost } from '../logged-cost.ts';
import { skip } from '../skip.ts';
import type { LineStream } from '../../streams.ts';
import { parseImportedUse } from './imported-use.ts';

/** Whose usage was imported. */
interface Owner {
  readonly source: SourceId;
  readonly provider: ProviderId;
}

/** Builds the stream of imports. What follows from one import folder to the next shares no names: see `Source.isImported`. */
export function createImportStream(owner: Owner, matches: (relativePath: string) => boolean): LineStream {
  return {
    kind: 'lines',
    matches,
    needles: ['"use"'],
    fields: {
      use: true,
      at: true,
      model: true,
      input: true,
      cacheWrite: true,
      cacheRead: true,
      output: true,
      costUsd: true,
    },
    createReader(path) {
      const folder = path.split(/[\\/]/).at(-2) ?? '';
      return {
        state: () => null,
        read(line) {
          const record = line.record();
          return record.ok ? toRecords(owner, folder, record.value) : [skip(record.error)];
        },
      };
    },
  };
}

function toRecords(
  { source, provider }: Owner,
  folder: string,
  record: Readonly<Record<string, unknown>>,
): readonly LogRecord[] {
  if (record['use'] === undefined) return [];
  const use = parseImportedUse(record);
  if (typeof use === 'string') return [skip(use)];
  const { id, atMs, model, usage, costUsd } = use;
  const loggedCostMicroUsd = toLoggedCost(costUsd);
  if (totalTokens(usage) === 0 && loggedCostMicroUsd === null) return [skip('empty-usage')];
  return [
    {
      kind: 'event',
      event: {
        key: `${source}:${folder}:${id}`,
        aliases: [],
        replay: null,
        profile: { ...defaultProfile, source, provider, model },
        atMs,
        usage,
        isFinal: true,
        webSearchRequests: 0,
        loggedCostMicroUsd,
      },
    },
  ];
}
