import { appendFileSync, existsSync, mkdirSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { retireJournals } from '../../../main/node/engine/upkeep/journal-keeper.ts';
import { openLedger } from '../../../main/node/store/open-ledger.ts';
import { openTelemetryStore } from '../../../main/server/otlp/telemetry-store.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import { emptyUsage } from '../../../shared/domain/token-usage.ts';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const nowMs = Date.parse('2026-11-20T12:00:00Z');
const oldMs = Date.parse('2026-05-01T10:00:00Z');
const [oldName, newName] = ['2026-05-01.telemetry', '2026-11-20.telemetry'];

const toUse = (id: string, atMs: number, outputTokens: number) => ({
  source: 'claude-code',
  use: {
    ...{ id, atMs, model: 'claude-opus-4-5', sessionId: 's1', requestId: id, costUsd: null },
    usage: { ...emptyUsage, inputTokens: 100, outputTokens },
  },
});

/** A log that understates one response, and telemetry that corrects it and adds another. */
async function makeFolders() {
  const [home, data] = [makeFolder(), makeFolder()];
  const logs = path.join(home, '.claude', 'projects', 'shop');
  mkdirSync(logs, { recursive: true });
  const usage = { input_tokens: 100, output_tokens: 7, cache_read_input_tokens: 0, cache_creation_input_tokens: 0 };
  const row = {
    ...{ type: 'assistant', timestamp: new Date(oldMs).toISOString(), sessionId: 's1', cwd: '/shop' },
    ...{ requestId: 'req_011AAAAAAAAAAAAAAAAAAAAA', message: { id: 'msg_1', model: 'claude-opus-4-5', usage } },
  };
  writeFileSync(path.join(logs, 's1.jsonl'), `${JSON.stringify(row)}\n`);
  const store = await openTelemetryStore(data, oldMs - dayMs);
  await store.add([
    toUse('req_011AAAAAAAAAAAAAAAAAAAAA', oldMs, 50),
    toUse('req_011BBBBBBBBBBBBBBBBBBBBB', oldMs + 1, 30),
    toUse('req_011CCCCCCCCCCCCCCCCCCCCC', nowMs, 20),
  ]);
  const journals = path.join(data, 'telemetry', 'claude-code');
  utimesSync(path.join(journals, oldName), new Date(oldMs), new Date(oldMs));
  const ask = async (...args: readonly string[]): Promise<unknown> => {
    const { code, stdout } = await runCliInProcess([...args, '--json', '--home', home, '--data', data]);
    expect(code).toBe(0);
    const { generatedAt: _at, generatedAtMs: _atMs, ...answer } = JSON.parse(stdout) as Record<string, unknown>;
    return answer;
  };
  const retire = async (retention: 'forever' | 30 = 'forever', atMs = nowMs): Promise<void> => {
    const opened = openLedger({ folder: data, mode: 'read', nowMs });
    if (!opened.ok) throw new Error(opened.error.problem.id);
    const knownFiles = () => opened.value.store.knownFiles();
    await retireJournals({
      dataFolder: data,
      clock: { nowMs: () => atMs },
      retention: () => retention,
      knownFiles,
    }).finally(() => opened.value.store.close());
  };
  return { data, journals, ask, retire };
}

describe('telemetry of long ago', () => {
  it('is deleted once the ledger has it, and every token and counter stays', async () => {
    const { data, journals, ask, retire } = await makeFolders();
    const before = await ask('report', '--by', 'model', '--timezone', 'UTC');
    const sums = (await openTelemetryStore(data, nowMs)).sums();
    expect(sums).toMatchObject([{ responses: 3, usage: { outputTokens: 100 } }]);
    await retire();
    expect(readdirSync(journals)).toEqual([newName]);
    expect(await ask('report', '--by', 'model', '--timezone', 'UTC')).toEqual(before);
    expect((await openTelemetryStore(data, nowMs)).sums()).toEqual(sums);
    // What is gone is not compared: it would look as if no telemetry had come.
    expect(await ask('reconcile', '--timezone', 'UTC')).toMatchObject({ rows: [{ day: '2026-11-20' }] });
    await retire();
    expect(readdirSync(journals)).toEqual([newName]);
  });

  it('stays while the ledger has not read it, and while somebody writes to it', async () => {
    const { journals, ask, retire } = await makeFolders();
    await ask('report');
    const file = path.join(journals, oldName);
    appendFileSync(file, '{}\n');
    utimesSync(file, new Date(oldMs), new Date(oldMs));
    await retire();
    expect(existsSync(file)).toBe(true);
    await ask('report');
    utimesSync(file, new Date(nowMs - dayMs), new Date(nowMs - dayMs));
    await retire();
    expect(existsSync(file)).toBe(true);
  });

  it('is not old because a clock runs ahead', async () => {
    const { journals, ask, retire } = await makeFolders();
    await ask('report');
    await retire('forever', nowMs + 900 * dayMs);
    expect(existsSync(path.join(journals, newName))).toBe(true);
  });

  it('is counted once when a process was killed while it deleted', async () => {
    const { data, journals, ask, retire } = await makeFolders();
    await ask('report');
    const sums = (await openTelemetryStore(data, nowMs)).sums();
    const file = path.join(journals, oldName);
    renameSync(file, `${file}.gone`);
    await retire();
    expect((await openTelemetryStore(data, nowMs)).sums()).toEqual(sums);
    expect(readdirSync(journals)).toEqual([newName]);
  });
});
