import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../../../shared/domain/log-record.ts';
import { addUsage, cacheCreationTokens, emptyUsage, type TokenUsage } from '../../../../shared/domain/token-usage.ts';
import { claudeCode } from '../../../../shared/sources/claude-code/descriptor.ts';
import { codex } from '../../../../shared/sources/codex/descriptor.ts';
import { findLogStream } from '../../../../main/node/ingest/discovery/log-file-name.ts';
import type { Source } from '../../../../shared/sources/source.ts';
import { countEvents, readLogFile, sumByModel } from '../../../support/count-events.ts';
import { hasRealLogs, listFiles, readExpected, realLogsFolder } from '../../../support/real-logs.ts';

type Counts = Readonly<Record<string, number>>;

/** ccusage's test data: without the nested split, the rule is that every write is a 5-minute one; its 5m sum says 0. */
const withoutSplit = ['claude/ryoppippi__ccusage'];

/** Responses that the expected numbers count although none of their rows names a single token; all are unfinished. */
const emptyResponses: Counts = { 'claude/a331468564__claude-codex-chat-archives': 30 };

describe.runIf(hasRealLogs)('real logs', () => {
  const expected = hasRealLogs ? Object.entries(readExpected()) : [];

  it.each(expected.filter(([name]) => name.startsWith('claude/')))('counts %s to the token', (name, numbers) => {
    const counted = countEvents(readDataSet(claudeCode, name));
    const toCounts = (usage: TokenUsage): Counts => ({
      input: usage.inputTokens,
      output: usage.outputTokens,
      cache_read: usage.cacheReadTokens,
      cache_write: cacheCreationTokens(usage),
      cache_write_5m: withoutSplit.includes(name) ? 0 : usage.cacheCreation5mTokens,
      cache_write_1h: usage.cacheCreation1hTokens,
    });
    const empty = emptyResponses[name] ?? 0;
    expect(counted.length + empty).toBe(numbers['unique_messages']);
    expect(counted.filter(({ isFinal }) => !isFinal).length + empty).toBe(numbers['messages_without_any_stop_reason']);
    expect(counted.reduce((sum, event) => sum + event.webSearchRequests, 0)).toBe(0);
    expectCounts(sumByModel(counted), toCounts, numbers);
  });

  it.each(expected.filter(([name]) => name.startsWith('codex/')))('counts %s to the token', (name, numbers) => {
    // Data sets with several homes are counted home by home: their threads have equal ids.
    const homes = groupByHome(codex, name);
    const counted = homes.flatMap(countEvents);
    const toCounts = (usage: TokenUsage): Counts => ({
      input_tokens: usage.inputTokens + usage.cacheReadTokens + cacheCreationTokens(usage),
      cached_input_tokens: usage.cacheReadTokens,
      cache_write_input_tokens: cacheCreationTokens(usage),
      output_tokens: usage.outputTokens,
      reasoning_output_tokens: usage.reasoningTokens,
    });
    expectCounts(sumByModel(counted), toCounts, numbers);
  });
});

function expectCounts(
  byModel: Readonly<Record<string, TokenUsage>>,
  toCounts: (usage: TokenUsage) => Counts,
  numbers: Readonly<Record<string, unknown>>,
): void {
  const total = toCounts(Object.values(byModel).reduce(addUsage, emptyUsage));
  expect(total).toEqual(pick(numbers['totals'] as Counts, Object.keys(total)));
  const models = Object.fromEntries(Object.entries(byModel).map(([model, usage]) => [model, toCounts(usage)]));
  const expectedModels = Object.entries(numbers['per_model'] as Record<string, Counts>);
  expect(models).toEqual(
    Object.fromEntries(expectedModels.map(([model, counts]) => [model, pick(counts, Object.keys(total))])),
  );
}

/** A class that is missing in the numbers was not found. */
function pick(counts: Counts, names: readonly string[]): Counts {
  return Object.fromEntries(names.map((name) => [name, counts[name] ?? 0]));
}

function readDataSet(source: Source, name: string): readonly LogRecord[] {
  return groupByHome(source, name).flat();
}

function groupByHome(source: Source, name: string): readonly (readonly LogRecord[])[] {
  const homes = new Map<string, LogRecord[]>();
  for (const { path, relativePath } of listFiles(join(realLogsFolder, name))) {
    if (findLogStream(source, relativePath) === null) continue;
    const home = /^(.*\/)?(projects|sessions|archived_sessions)\//.exec(relativePath)?.[1] ?? '';
    homes.set(home, [...(homes.get(home) ?? []), ...readLogFile(source, path)]);
  }
  return [...homes.values()];
}
