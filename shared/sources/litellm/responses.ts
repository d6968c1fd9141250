import { totalTokens } from '../../domain/token-usage.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import type { ProxyReading, ProxyUse } from '../usage-proxy.ts';
import { readInstant, readName, readUsage, readUsd, toShortHash } from './usage.ts';

/** Why a row is no use of a provider. */
type Reason = 'no-id' | 'no-timestamp' | 'no-model' | 'bad-usage' | 'empty-usage' | 'from-cache' | 'not-a-record';

/** Nothing. */
export const nothing: ProxyReading = { uses: [], budgets: [], skips: {}, totals: null };

/** Reads rows; each is a use, or counted with the reason why it is none. */
export function readRows(rows: readonly unknown[], read: (row: JsonRecord) => ProxyUse | Reason): ProxyReading {
  const uses: ProxyUse[] = [];
  const skips: Record<string, number> = {};
  for (const row of rows) {
    const record = toRecord(row);
    const use = record === null ? 'not-a-record' : read(record);
    if (typeof use === 'string') skips[use] = (skips[use] ?? 0) + 1;
    else uses.push(use);
  }
  return { ...nothing, uses, skips };
}

/** A row of `/spend/logs`. https://docs.litellm.ai/docs/proxy/cost_tracking */
export function readSpendRow(row: JsonRecord): ProxyUse | Reason {
  const metadata = toRecord(row['metadata']);
  const detail = toRecord(metadata?.['usage_object']) ?? toRecord(metadata?.['additional_usage_values']);
  if (row['cache_hit'] === true || row['cache_hit'] === 'True') return 'from-cache';
  return build({
    id: readName(row, 'request_id'),
    atMs: readInstant(row['endTime']) ?? readInstant(row['startTime']),
    model: readName(row, 'model', 'model_group'),
    provider: readName(row, 'custom_llm_provider'),
    sessionId: readName(row, 'session_id'),
    providerRequestId: readProviderRequestId(row),
    user: readName(row, 'user', 'end_user') ?? readName(metadata, 'user_api_key_user_id'),
    team: readName(metadata, 'user_api_key_team_alias') ?? readName(row, 'team_id'),
    key: readName(metadata, 'user_api_key_alias') ?? toShortHash(readName(row, 'api_key')),
    usage: readUsage(row, detail),
    costUsd: readUsd(row['spend']),
  });
}

/** A `StandardLoggingPayload`. https://docs.litellm.ai/docs/proxy/logging_spec; its prompts and answers are not looked at. */
export function readLoggedPayload(row: JsonRecord): ProxyUse | Reason {
  const metadata = toRecord(row['metadata']);
  if (row['cache_hit'] === true) return 'from-cache';
  return build({
    id: readName(row, 'id'),
    atMs: readInstant(row['endTime']) ?? readInstant(row['startTime']),
    model: readName(row, 'model', 'model_group'),
    provider: readName(row, 'custom_llm_provider'),
    sessionId: readName(row, 'session_id', 'trace_id'),
    providerRequestId: readProviderRequestId(toRecord(row['hidden_params'])),
    user: readName(metadata, 'user_api_key_user_id', 'user_api_key_end_user_id') ?? readName(row, 'end_user'),
    team: readName(metadata, 'user_api_key_team_alias', 'user_api_key_team_id'),
    key: readName(metadata, 'user_api_key_alias') ?? toShortHash(readName(metadata, 'user_api_key_hash')),
    usage: readUsage(row, toRecord(metadata?.['usage_object'])),
    costUsd: readUsd(row['response_cost']),
  });
}

type Parts = { readonly [Name in keyof ProxyUse]: ProxyUse[Name] | null };

function build({ id, atMs, model, usage, ...rest }: Parts): ProxyUse | Reason {
  if (id === null) return 'no-id';
  if (atMs === null) return 'no-timestamp';
  if (model === null) return 'no-model';
  if (usage === null) return 'bad-usage';
  // Failed calls are rows, too.
  if (totalTokens(usage) === 0 && !((rest.costUsd ?? 0) > 0)) return 'empty-usage';
  return { ...rest, id, atMs, model, usage };
}

/** Headers of the provider's answer that LiteLLM hands on, in the two ways in which it writes them. */
function readProviderRequestId(holder: JsonRecord | null): string | null {
  const headers = toRecord(holder?.['additional_headers']);
  return readName(headers, 'llm_provider-request-id', 'llm_provider_request_id');
}
