import { appendFileSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourcedUse } from '../../../../../main/server/otlp/read-uses.ts';
import { openTelemetryStore } from '../../../../../main/server/otlp/telemetry-store.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const toUse = (id: string, model = 'm'): SourcedUse => ({
  source: 'agent',
  use: {
    id,
    atMs: 1,
    model,
    sessionId: null,
    requestId: null,
    usage: { ...emptyUsage, outputTokens: 5 },
    costUsd: null,
  },
});
const fileOf = (folder: string): string => join(folder, 'telemetry/responses.jsonl');

describe('the store of telemetry', () => {
  it('counts a response once, however often it is sent, also after a restart', async () => {
    const folder = makeFolder();
    const store = await openTelemetryStore(folder);
    expect(store.sums()).toEqual([]);
    await Promise.all([store.add([toUse('a'), toUse('b')]), store.add([toUse('a'), toUse('c', 'other')])]);
    const expected = [
      { source: 'agent', model: 'm', responses: 2, usage: { ...emptyUsage, outputTokens: 10 } },
      { source: 'agent', model: 'other', responses: 1, usage: { ...emptyUsage, outputTokens: 5 } },
    ];
    expect(store.sums()).toEqual(expected);
    const again = await openTelemetryStore(folder);
    await again.add([toUse('b'), toUse('c', 'other')]);
    expect(again.sums()).toEqual(expected);
    expect(readFileSync(fileOf(folder), 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('has everything that it acknowledged, and skips what a crash has cut', async () => {
    const folder = makeFolder();
    const store = await openTelemetryStore(folder);
    await store.add([toUse('a')]);
    appendFileSync(fileOf(folder), JSON.stringify(toUse('b')));
    truncateSync(fileOf(folder), readFileSync(fileOf(folder)).length - 10);
    const again = await openTelemetryStore(folder);
    expect(again.sums()).toMatchObject([{ responses: 1 }]);
    await again.add([toUse('b')]);
    const third = await openTelemetryStore(folder);
    expect(third.sums()).toMatchObject([{ responses: 2, usage: { outputTokens: 10 } }]);
  });
});
