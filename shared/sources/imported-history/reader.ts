import type { LogRecord } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { totalTokens } from '../../domain/token-usage.ts';
import { parseHistoryUse } from '../lib/imported-uses/history-use.ts';
import type { JsonRecord } from '../../lib/json-record.ts';
import { toLoggedCost } from '../lib/logged-cost.ts';
import { skip } from '../lib/skip.ts';
import type { LineStream } from '../streams.ts';
import { toHistoryEntrypoint } from './entrypoint.ts';
import { isHistoryFile } from './paths.ts';
import { toModelVendor } from './provider.ts';

const source = 'imported-history';

/** The stream of what other tools kept (README.md). A line is a use; its file's folders name the tool and the import. */
export const historyStream: LineStream = {
  kind: 'lines',
  matches: isHistoryFile,
  needles: ['"history"'],
  fields: { history: true, key: true, at: true, agent: true, model: true, usage: true, costUsd: true },
  createReader(path) {
    const [tool = '', folder = ''] = path.split(/[\\/]/).slice(-3, -1);
    return {
      state: () => null,
      read(line) {
        const record = line.record();
        return record.ok ? toRecords(tool, folder, record.value) : [skip(record.error)];
      },
    };
  },
};

function toRecords(tool: string, folder: string, record: JsonRecord): readonly LogRecord[] {
  if (record['history'] === undefined) return [];
  const use = parseHistoryUse(record);
  if (typeof use === 'string') return [skip(use)];
  const { id, key, agent, atMs, model, usage, costUsd } = use;
  const loggedCostMicroUsd = toLoggedCost(costUsd);
  if (totalTokens(usage) === 0 && loggedCostMicroUsd === null) return [skip('empty-usage')];
  return [
    {
      kind: 'event',
      event: {
        // A request has the name that the agent's own log gives it: whichever is read first, they are one.
        key: key ?? `${source}:${tool}:${folder}:${id}`,
        aliases: [],
        replay: null,
        profile: {
          ...defaultProfile,
          ...{ source, model, provider: toModelVendor(model), isSum: key === null, origin: 'imported' },
          entrypoint: toHistoryEntrypoint(tool, agent),
        },
        atMs,
        usage,
        isFinal: true,
        webSearchRequests: 0,
        loggedCostMicroUsd,
      },
    },
  ];
}
