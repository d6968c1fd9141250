import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourcedUse } from '../../../../../main/server/otlp/read-uses.ts';
import { openTelemetryStore } from '../../../../../main/server/otlp/telemetry-store.ts';
import { dayMs } from '../../../../../shared/domain/instant.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';
import { toJournalLine } from '../../../../../shared/sources/lib/telemetry-journal.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const toUse = (id: string, model = 'm', atMs = 1): SourcedUse => ({
  source: 'agent',
  use: {
    ...{ id, atMs, model, sessionId: null, requestId: null, costUsd: null },
    usage: { ...emptyUsage, outputTokens: 5 },
  },
});
const folderOf = (folder: string): string => join(folder, 'telemetry', 'agent');
const fileOf = (folder: string): string => join(folderOf(folder), '1970-01-01.telemetry');

describe('the store of telemetry', () => {
  it('marks what was before it received anything, which the ledger could not join', async () => {
    const folder = makeFolder();
    const store = await openTelemetryStore(folder, 10);
    await store.add([toUse('early', 'm', 9), toUse('on time', 'm', 10)]);
    // The time of the first start counts, not that of later ones; where it is lost, everything is on time.
    await (await openTelemetryStore(folder, 99)).add([toUse('later', 'm', 20)]);
    rmSync(join(folder, 'telemetry', 'since.json'));
    await (await openTelemetryStore(folder, 99)).add([toUse('again', 'm', 5)]);
    const lines = readFileSync(fileOf(folder), 'utf8').trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { isEarly?: true }).isEarly)).toEqual([true, ...Array(3)]);
    expect((await openTelemetryStore(folder, 99)).sums()).toMatchObject([{ responses: 4 }]);
  });

  it('opens where nothing can be written, and keeps what is sent from when it can', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'telemetry'), 'no folder');
    const store = await openTelemetryStore(folder, 10);
    expect(store.sums()).toEqual([]);
    await expect(store.add([toUse('a')])).rejects.toThrow();
    rmSync(join(folder, 'telemetry'));
    await store.add([toUse('a', 'm', 9)]);
    expect(store.sums()).toMatchObject([{ responses: 1 }]);
    expect(readFileSync(join(folder, 'telemetry', 'since.json'), 'utf8')).toContain('10');
  });

  it('counts a response once, however often it is sent, also after a restart', async () => {
    const folder = makeFolder();
    const store = await openTelemetryStore(folder, 0);
    expect(store.sums()).toEqual([]);
    await Promise.all([store.add([toUse('a'), toUse('b')]), store.add([toUse('a'), toUse('c', 'other')])]);
    const expected = [
      { source: 'agent', model: 'm', responses: 2, usage: { ...emptyUsage, outputTokens: 10 } },
      { source: 'agent', model: 'other', responses: 1, usage: { ...emptyUsage, outputTokens: 5 } },
    ];
    expect(store.sums()).toEqual(expected);
    const again = await openTelemetryStore(folder, 0);
    await again.add([toUse('b'), toUse('c', 'other')]);
    expect(again.sums()).toEqual(expected);
    expect(readFileSync(fileOf(folder), 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('has everything that it acknowledged, and skips what a crash has cut', async () => {
    const folder = makeFolder();
    const store = await openTelemetryStore(folder, 0);
    await store.add([toUse('a')]);
    appendFileSync(fileOf(folder), toJournalLine(toUse('b').use));
    truncateSync(fileOf(folder), readFileSync(fileOf(folder)).length - 10);
    const again = await openTelemetryStore(folder, 0);
    expect(again.sums()).toMatchObject([{ responses: 1 }]);
    await again.add([toUse('b')]);
    const third = await openTelemetryStore(folder, 0);
    expect(third.sums()).toMatchObject([{ responses: 2, usage: { outputTokens: 10 } }]);
  });

  it('begins a journal each day, and knows what is sent again much later', async () => {
    const folder = makeFolder();
    const uses = Array.from({ length: 40 }, (_, day) => toUse(`id ${day}`, 'm', day * dayMs));
    const store = await openTelemetryStore(folder, 0);
    await store.add(uses);
    await store.add(uses);
    await store.add([...uses].reverse());
    expect(readdirSync(folderOf(folder))).toHaveLength(40);
    expect((await openTelemetryStore(folder, 0)).sums()).toMatchObject([{ responses: 40 }]);
  });

  it('keeps what has no sensible time', async () => {
    const folder = makeFolder();
    const store = await openTelemetryStore(folder, 0);
    await store.add([toUse('old', 'm', -5), toUse('late', 'm', Number.MAX_SAFE_INTEGER)]);
    expect(readdirSync(folderOf(folder))).toEqual(['1970-01-01.telemetry', '9999-12-31.telemetry']);
  });

  it('counts journals again where the stored sums do not fit, are damaged or are gone', async () => {
    const folder = makeFolder();
    const store = await openTelemetryStore(folder, 0);
    await store.add([toUse('a')]);
    await openTelemetryStore(folder, 0);
    const sums = join(folder, 'telemetry', 'sums.json');
    expect(JSON.parse(readFileSync(sums, 'utf8'))).toMatchObject({ schema: 1 });
    await store.add([toUse('b')]);
    expect((await openTelemetryStore(folder, 0)).sums()).toMatchObject([{ responses: 2 }]);
    for (const text of ['{', '{"journals":{"agent/1970-01-01.telemetry":{"bytes":1,"sums":[{}]}}}', '[]']) {
      writeFileSync(sums, text);
      expect((await openTelemetryStore(folder, 0)).sums()).toMatchObject([{ responses: 2 }]);
    }
    rmSync(sums);
    expect((await openTelemetryStore(folder, 0)).sums()).toMatchObject([{ responses: 2 }]);
  });

  it('acknowledges nothing that it cannot write, and takes it when it is sent again', async () => {
    const folder = makeFolder();
    const store = await openTelemetryStore(folder, 0);
    mkdirSync(fileOf(folder), { recursive: true });
    await expect(store.add([toUse('a')])).rejects.toThrow();
    expect(store.sums()).toEqual([]);
    rmSync(fileOf(folder), { recursive: true });
    await store.add([toUse('a')]);
    expect(store.sums()).toMatchObject([{ responses: 1 }]);
  });
});
