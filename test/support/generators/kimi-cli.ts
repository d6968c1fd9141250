import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import type { GeneratedFile, GeneratedLogs, LogGenerator } from '../generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);

const call = fc.record({
  input: fc.integer({ min: 1, max: 5000 }),
  output: fc.integer({ min: 1, max: 900 }),
  cacheRead: fc.constantFrom(0, 5376),
  cacheWrite: fc.constantFrom(0, 64),
  by: fc.constantFrom('main' as const, 'main' as const, 'subagent' as const),
});

const session = fc.record({
  calls: fc.array(call, { minLength: 1, maxLength: 6 }),
  generation: fc.constantFrom('old' as const, 'new' as const),
  /** The older generation's subagents may have files of their own, besides their events in the main agent's. */
  hasSubagentFile: fc.boolean(),
});

type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never;
type Session = typeof session extends fc.Arbitrary<infer Value> ? Value : never;

/** Sessions of both generations. */
const logs: fc.Arbitrary<GeneratedLogs> = fc.array(session, { minLength: 1, maxLength: 3 }).map((sessions) => ({
  files: sessions.flatMap((one, index) => (one.generation === 'old' ? toOldFiles(one, index) : toNewFiles(one, index))),
  spent: sessions.flatMap(({ calls }) => calls.map(toSpent)).reduce(addUsage, emptyUsage),
}));

/** Sessions of both generations; a work folder is copied as a whole. */
export const generator: LogGenerator = {
  logs,
  copyOf: (path, number) => path.replace('/sessions/loom/', `/sessions/copy-${number}/`),
};

function toOldFiles(one: Session, index: number): readonly GeneratedFile[] {
  const folder = `.kimi/sessions/loom/old-${index}`;
  const head = { type: 'metadata', protocol_version: '1.9' };
  const main = one.calls.map((each, place) => {
    const update = toUpdate(each, index, place);
    const message = each.by === 'main' ? update : { type: 'SubagentEvent', payload: { agent_id: 'a', event: update } };
    return { timestamp: toMs(index, place) / 1000, message };
  });
  const own = one.calls.flatMap((each, place) =>
    each.by === 'main' ? [] : [{ timestamp: toMs(index, place) / 1000 - 0.01, message: toUpdate(each, index, place) }],
  );
  const files = [{ path: `${folder}/wire.jsonl`, lines: toLines([head, ...main]) }];
  if (!one.hasSubagentFile) return files;
  return [...files, { path: `${folder}/subagents/a/wire.jsonl`, lines: toLines([head, ...own]) }];
}

function toUpdate(each: Call, index: number, place: number): object {
  const usage = {
    input_other: each.input,
    output: each.output,
    input_cache_read: each.cacheRead,
    input_cache_creation: each.cacheWrite,
  };
  return { type: 'StatusUpdate', payload: { token_usage: usage, message_id: `chatcmpl-${index}-${place}` } };
}

function toNewFiles(one: Session, index: number): readonly GeneratedFile[] {
  const head = { type: 'metadata', protocol_version: '1.4', created_at: toMs(index, -1) };
  const toRecords = (by: Call['by']): readonly object[] =>
    one.calls.flatMap((each, place) => (each.by === by ? toNewRecords(each, toMs(index, place)) : []));
  const folder = `.kimi-code/sessions/loom/new-${index}/agents`;
  return [
    { path: `${folder}/main/wire.jsonl`, lines: toLines([head, ...toRecords('main')]) },
    { path: `${folder}/agent-0/wire.jsonl`, lines: toLines([head, ...toRecords('subagent')]) },
  ];
}

function toNewRecords(each: Call, time: number): readonly object[] {
  const usage = {
    inputOther: each.input,
    output: each.output,
    inputCacheRead: each.cacheRead,
    inputCacheCreation: each.cacheWrite,
  };
  return [
    { type: 'context.append_loop_event', event: { type: 'step.end', usage, messageId: `m${time}` }, time },
    { type: 'usage.record', model: 'moonshot-ai/kimi-k2.7-code', usage, usageScope: 'turn', time },
  ];
}

function toSpent(each: Call): TokenUsage {
  return {
    ...emptyUsage,
    inputTokens: each.input,
    cacheCreation5mTokens: each.cacheWrite,
    cacheReadTokens: each.cacheRead,
    outputTokens: each.output,
  };
}

function toMs(index: number, place: number): number {
  return startMs + index * 3_600_000 + place * 60_000;
}

function toLines(records: readonly object[]): readonly string[] {
  return records.map((record) => JSON.stringify(record));
}
