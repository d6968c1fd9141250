import { existsSync, readdirSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../main/node/engine/engine-api.ts';
import { checkAnswer, engineCalls, hostContract, namesOf } from '../../../shared/contract/index.ts';
import { addTotals } from '../../../shared/analytics/totals.ts';
import { hourMs } from '../../../shared/domain/instant.ts';
import { reportKeys, reportSplits } from '../../../shared/domain/report.ts';
import type { UsageTotals } from '../../../shared/domain/report.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import { createFakeValue } from '../../fakes/fake-values.ts';
import { claudeFile, claudeLine, codexFile, codexRollout, writeLog } from '../../support/agent-logs.ts';
import { useEngines } from '../../support/engines.ts';
import { hasRealLogs, realLogsFolder } from '../../support/real-logs.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const engines = useEngines();

/** Arguments that make each call return as much as possible; other calls get the smallest argument that is valid. */
const questions: Readonly<Partial<Record<string, readonly unknown[]>>> = {
  report: reportKeys.flatMap((by) => reportSplits.map((split) => ({ by, split, timeZone: 'Asia/Kolkata' }))),
  blocks: [{}, { source: 'codex' }],
  totals: [{}, { since: '2020-01-01', until: '2020-01-02' }],
  setPaused: [true, false],
  doctor: [{}, { source: 'codex' }],
  overview: [{}, { timeZone: 'Asia/Kolkata' }, { since: '2026-05-10', until: '2026-05-14' }],
  activity: [{}, { source: 'codex' }],
  hours: [{ timeZone: 'Asia/Kolkata' }],
  sessionTimeline: [{ source: 'claude-code', sessionId: 'session-2' }],
  whatIf: [{ asModels: 'gpt-5.5\nnobody-knows-it' }],
};

/** Makes every call to an engine, at the time of its newest event, and checks each answer against its schema. */
async function checkAllAnswers(home: string): Promise<Engine> {
  const first = engines.open(home);
  await first.start('once');
  const lastAtMs = Math.max(...first.snapshot().sections.sources.map((source) => source.lastAtMs ?? 0));
  await engines.stop(first);
  // Within the hour after it, so that blocks are active, sessions running and limits current.
  const engine = engines.open(home, { clock: { nowMs: () => lastAtMs + hourMs / 4 } });
  await engine.start('once');
  checkAnswer(hostContract.calls, 'snapshot', engine.snapshot());
  for (const name of namesOf(engineCalls)) {
    for (const question of questions[name] ?? [createFakeValue(engineCalls[name].argument)]) {
      const argument = engineCalls[name].argument['~standard'].validate(question);
      const { value } = (await argument) as { value: unknown };
      const answer = await (engine[name] as (argument: unknown) => unknown)(value);
      checkAnswer(engineCalls, name, answer);
    }
  }
  checkAnswer(hostContract.calls, 'snapshot', engine.snapshot());
  checkSums(engine);
  return engine;
}

const everything = { since: null, until: null, timeZone: 'America/New_York', source: null } as const;

/** What the main window shows adds up to what `report --json` says. */
function checkSums(engine: Engine): void {
  const { totals } = engine.report({ ...everything, by: 'day', split: 'none' });
  const { figures, places, otherPlaces } = engine.overview(everything);
  expectSame(figures.totals, totals);
  expectSame(addTotals([...places, otherPlaces]), totals);
  const { rows, totals: ofHours } = engine.hours(everything);
  expectSame(ofHours, totals);
  expectSame(addTotals(rows), totals);
  const { hours } = engine.activity(everything);
  expect(hours.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(totalTokens(totals.usage));
  const { rows: sessions } = engine.sessions(everything);
  expect(sessions.length).toBe(figures.sessions);
  for (const session of sessions.slice(0, 20)) {
    const { points } = engine.sessionTimeline(session);
    expect(points.reduce((sum, { usage }) => sum + totalTokens(usage), 0)).toBe(totalTokens(session.usage));
  }
}

/** Equal to the token. Costs are rounded to a millionth of a dollar once per sum, so sums of other parts may be that much off. */
function expectSame({ costMicroUsd, ...counts }: UsageTotals, { costMicroUsd: cost, ...expected }: UsageTotals): void {
  expect(counts).toEqual(expected);
  expect(costMicroUsd === null).toBe(cost === null);
  expect(Math.abs((costMicroUsd ?? 0) - (cost ?? 0))).toBeLessThanOrEqual(expected.events);
}

describe('the answers of the engine', () => {
  it('match the contract', async () => {
    const home = newFolder();
    const nowMs = Date.parse('2026-05-14T10:20:00Z');
    const lines = [claudeLine({ id: 1, atMs: nowMs - 3 * hourMs }), claudeLine({ id: 2, atMs: nowMs })];
    await writeLog(claudeFile(home), lines.join(''));
    const other = { session: 'session-2', model: 'without-price' };
    await writeLog(claudeFile(home, 'session-2'), claudeLine({ id: 3, atMs: nowMs, ...other }));
    const window = { usedPercent: 12, resetsAtMs: nowMs + 2 * hourMs };
    const request = { atMs: nowMs, input: 1_000, cached: 100, output: 50, ...window };
    await writeLog(codexFile(home, 'thread-1'), codexRollout('thread-1', [request]));
    const engine = await checkAllAnswers(home);
    const all = { since: null, until: null, timeZone: null, source: null };
    const { rows, totals } = engine.sessions(all);
    expect(rows.map(({ lastAtMs }) => lastAtMs)).toEqual(
      rows.map(({ lastAtMs }) => lastAtMs).toSorted((a, b) => a - b),
    );
    expect(totals.events).toBe(4);
    expect(engine.blocks(all).active.length).toBeGreaterThan(0);
  });

  it('match the contract for an empty ledger', async () => {
    const engine = engines.open(newFolder());
    await engine.start('once');
    checkAnswer(hostContract.calls, 'snapshot', engine.snapshot());
    checkAnswer(engineCalls, 'doctor', engine.doctor({ source: null }));
  });

  it.runIf(hasRealLogs).each(listDataSets())('match the contract, on the real logs of %s', async (name) => {
    const home = newFolder();
    await linkDataSet(join(realLogsFolder, name), home);
    const engine = await checkAllAnswers(home);
    expect(engine.doctor({ source: null }).sources.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThan(0);
  });
});

/** Folders of `claude/` and `codex/` with real logs. */
function listDataSets(): readonly string[] {
  if (!hasRealLogs) return [];
  return ['claude', 'codex'].flatMap((agent) =>
    readdirSync(join(realLogsFolder, agent)).map((set) => join(agent, set)),
  );
}

/** Creates a home with the logs of a data set; if that has several homes, the first one. */
async function linkDataSet(folder: string, home: string): Promise<void> {
  const isClaude = folder.startsWith(join(realLogsFolder, 'claude'));
  const target = join(home, isClaude ? '.claude/projects/logs' : '.codex');
  const [own] = readdirSync(folder)
    .map((entry) => join(folder, entry, 'codex-home'))
    .filter(existsSync);
  await mkdir(dirname(target), { recursive: true });
  await symlink(own ?? folder, target);
}
