import type { LogRecord } from '../../domain/log-record.ts';
import type { ServiceTier } from '../../domain/profile-fields.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../lib/names.ts';
import type { RolloutState } from './state.ts';

/** A changed state, and what the change reports to the ledger. */
export interface SessionStep {
  readonly state: RolloutState;
  readonly records: readonly LogRecord[];
}

/**
 * Applies a `session_meta`. The first one is the file's identity; the same id again is a resume; another id is the
 * parent's, replayed by a fork.
 */
export function applySessionMeta(state: RolloutState, meta: JsonRecord, atMs: number | null): SessionStep {
  const id = toId(meta['id']);
  if (id === null) return { state, records: [] };
  const parentId = toId(meta['forked_from_id']);
  const records = parentId === null ? [] : [toLineage(id, parentId)];
  if (state.threadId !== null && state.threadId !== id) {
    return { state: { ...state, isFork: true }, records: [toLineage(state.threadId, id), ...records] };
  }
  const git = toRecord(meta['git']);
  const parentThread = state.parentId ?? findParent(meta, id);
  return {
    state: {
      ...state,
      threadId: id,
      provider: toId(meta['model_provider'])?.toLowerCase() ?? state.provider,
      project: toName(meta['cwd']) ?? state.project,
      branch: toName(git?.['branch']) ?? state.branch,
      entrypoint: toId(meta['originator']) ?? state.entrypoint,
      agentVersion: toId(meta['cli_version']) ?? state.agentVersion,
      isSidechain: state.isSidechain || isSubagent(meta),
      parentId: parentThread,
      subagent: parentThread === null ? (state.subagent ?? nameSubagent(meta)) : null,
      isFork: state.isFork || (parentId !== null && parentId !== id),
      begunAtMs: state.begunAtMs ?? atMs,
    },
    records: parentId === id ? [] : records,
  };
}

/** Applies a `turn_context`: the model and folder of what follows. 0.34 names no model. */
export function applyTurnContext(state: RolloutState, context: JsonRecord): RolloutState {
  return {
    ...state,
    model: toId(context['model']) ?? state.model,
    project: toName(context['cwd']) ?? state.project,
  };
}

/** Applies a `thread_settings_applied`: the service tier of what follows. `fast` is the older name of `priority`. */
export function applyThreadSettings(state: RolloutState, payload: JsonRecord): RolloutState {
  const settings = toRecord(payload['thread_settings']);
  return settings === null ? state : { ...state, tier: toTier(settings['service_tier']) };
}

function toTier(value: unknown): ServiceTier {
  if (value === 'fast') return 'priority';
  return value === 'priority' || value === 'flex' || value === 'batch' ? value : 'standard';
}

function isSubagent(meta: JsonRecord): boolean {
  const source = toRecord(meta['source']);
  return (
    (source?.['subagent'] ?? null) !== null ||
    meta['source'] === 'subagent' ||
    meta['thread_source'] === 'subagent' ||
    toId(meta['parent_thread_id']) !== null
  );
}

/** The thread that started this one as its subagent; null for a thread that a person started or forked. */
function findParent(meta: JsonRecord, id: string): string | null {
  if (!isSubagent(meta)) return null;
  const spawn = toRecord(toRecord(toRecord(meta['source'])?.['subagent'])?.['thread_spawn']);
  const named = [meta['parent_thread_id'], spawn?.['parent_thread_id'], meta['forked_from_id']];
  return named.map((name) => toId(name)).find((name) => name !== null && name !== id) ?? null;
}

/**
 * Codex's name for a thread that it started itself, such as `guardian` or `review`. Such threads do not say which other
 * thread they work for. Null where the log has no name.
 */
function nameSubagent(meta: JsonRecord): string | null {
  const subagent = toRecord(meta['source'])?.['subagent'];
  return toId(subagent) ?? toId(toRecord(subagent)?.['other']);
}

function toLineage(threadId: string, parentId: string): LogRecord {
  return { kind: 'lineage', threadId, parentId };
}
