import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Reconciliation } from '../../../shared/domain/reconciliation.ts';
import { emptyUsage, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import { toProxyLine } from '../../../shared/sources/lib/proxy-journal.ts';
import { toJournalLine } from '../../../shared/sources/lib/telemetry-journal.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const atMs = Date.parse('2026-05-01T09:00:00Z');
const model = 'claude-opus-4-8';
/** As the provider makes them, so that they join. */
const requestOf = (id: number): string => `req_011CtestRequest${String(id).padStart(6, '0')}`;
const usageOf = (outputTokens: number): TokenUsage => ({ ...emptyUsage, inputTokens: 10, outputTokens });
const count = (responses: number, tokens: number) => ({ responses, tokens });

/** A row of a log with ten tokens of input. */
const logLine = (id: number, output: number, session: string): string =>
  claudeLine({ id, atMs: atMs + id, output, session, cacheRead: 0, cacheWrite1h: 0 }).replaceAll(
    `req_${id}`,
    requestOf(id),
  );
const sent = (id: number, output: number, sessionId: string | null) =>
  toJournalLine({
    ...{ id: requestOf(id), atMs: atMs + id, model, sessionId, requestId: requestOf(id) },
    ...{ usage: usageOf(output), costUsd: null },
  });
const proxied = (id: number, output: number, change: { isCounted?: true; isJoined?: true }) =>
  toProxyLine({
    ...{ id: `p${id}`, atMs: atMs + id, model: `anthropic/${model}`, provider: 'anthropic', sessionId: null },
    ...{ providerRequestId: change.isJoined === true ? requestOf(id) : null, user: 'ada', team: null, key: null },
    ...{ usage: usageOf(output), costUsd: 0.01, ...(change.isCounted === true && { isCounted: true as const }) },
  });

/** Every class where it arises: two roots of which one is read, a transcript that stopped early, a proxy. */
async function makeHome(): Promise<string> {
  const home = newFolder();
  // Response 1 is complete; the rows of 2 and 6 end before the output does; 9 is in the log alone.
  const rows = [logLine(1, 100, 's1'), logLine(2, 3, 's1'), logLine(6, 5, 's1'), logLine(9, 40, 's1')];
  await writeLog(claudeFile(home, 's1'), rows.join(''));
  // An agent was started with another CLAUDE_CONFIG_DIR: its log is below a root that nobody has told us of.
  const elsewhere = join(home, 'work', 'claude', 'projects', '-work', 's2.jsonl');
  await writeLog(elsewhere, logLine(4, 70, 's2'));
  const telemetry = join(home, 'data', 'telemetry', 'claude-code');
  mkdirSync(telemetry, { recursive: true });
  const lines = [sent(1, 100, 's1'), sent(1, 100, 's1'), sent(2, 200, 's1'), sent(3, 50, 's1'), sent(4, 70, 's2')];
  writeFileSync(join(telemetry, '2026-05-01.telemetry'), `${[...lines, sent(5, 20, null)].join('\n')}\n`);
  const proxy = join(home, 'data', 'proxy', 'litellm');
  mkdirSync(proxy, { recursive: true });
  const uses = [proxied(6, 35, { isJoined: true }), proxied(7, 60, { isCounted: true }), proxied(8, 80, {})];
  writeFileSync(join(proxy, '2026-05-01.proxy'), `${uses.join('\n')}\n`);
  return home;
}

const reconcile = async (home: string, ...args: readonly string[]) =>
  (await runCliInProcess(['reconcile', '--home', home, '--data', join(home, 'data'), '--timezone', 'UTC', ...args]))
    .stdout;

it('explains every difference by its class, from real logs below two roots, telemetry and a proxy', async () => {
  const home = await makeHome();
  const { rows, proxies } = JSON.parse(await reconcile(home, '--json')) as Reconciliation;
  expect(rows).toEqual([
    {
      ...{ day: '2026-05-01', source: 'claude-code', model },
      // 100 + 3 + 40 of the log itself, and what the proxy has corrected in response 6; ten tokens of input each.
      logged: count(4, 143 + 35 + 40),
      received: count(6, 100 + 100 + 200 + 50 + 70 + 20 + 60),
      differences: {
        duplicate: count(1, 110),
        'not-joined': count(0, 0),
        // Neither the log of its session has 3, nor does anything say where 5 belongs.
        'not-in-log': count(2, 50 + 20 + 20),
        'other-root': count(1, 80),
        understated: count(1, 197),
        'only-in-log': count(2, 35 + 40 + 20),
      },
    },
  ]);
  expect(proxies).toMatchObject([
    {
      ...{ source: 'litellm', model, received: count(3, 205), joined: count(1, 45), understated: count(1, 30) },
      ...{ notInLog: count(0, 0), otherRoot: count(1, 70), notJoined: count(1, 90), duplicate: count(0, 0) },
    },
  ]);
  const text = await reconcile(home);
  expect(text).toMatch(/Not in log +Elsewhere +Understated +Only in log/);
  expect(text).toContain('2 / 90');
  expect(text.replaceAll(/\s+/g, ' ')).toContain('Understated: a log has fewer tokens of a response');
});

it('finds a response under the model and the day of its log, whatever telemetry calls it', async () => {
  const home = newFolder();
  const midnightMs = Date.parse('2026-05-02T00:00:00Z');
  const line = claudeLine({
    id: 1,
    atMs: midnightMs - 1_000,
    output: 30,
    session: 's1',
    cacheRead: 0,
    cacheWrite1h: 0,
  });
  await writeLog(claudeFile(home, 's1'), line.replaceAll('req_1', requestOf(1)));
  const telemetry = join(home, 'data', 'telemetry', 'claude-code');
  mkdirSync(telemetry, { recursive: true });
  const use = { id: requestOf(1), atMs: midnightMs + 1_000, model: `us.anthropic.${model}-v1:0`, sessionId: 's1' };
  writeFileSync(
    join(telemetry, '2026-05-02.telemetry'),
    `${toJournalLine({ ...use, requestId: requestOf(1), usage: usageOf(50), costUsd: null })}\n`,
  );
  const { rows } = JSON.parse(await reconcile(home, '--json')) as Reconciliation;
  expect(rows).toMatchObject([
    {
      ...{ day: '2026-05-01', model, received: count(1, 60), logged: count(1, 40) },
      differences: { understated: count(1, 20), 'only-in-log': count(0, 0), 'not-in-log': count(0, 0) },
    },
  ]);
  expect(JSON.parse(await reconcile(home, '--json', '--since', '2026-05-02'))).toMatchObject({ rows: [] });
});

it('leaves the correction to the log where the log is gone', async () => {
  const home = await makeHome();
  await reconcile(home, '--json');
  await writeLog(claudeFile(home, 's1'), '\n');
  const { rows } = JSON.parse(await reconcile(home, '--json')) as Reconciliation;
  expect(rows[0]).toMatchObject({
    logged: count(4, 143 + 35 + 40 + 197),
    differences: { understated: count(0, 0), 'other-root': count(1, 80) },
  });
});

it('keeps what Copilot sent beside its log, and counts only the log', async () => {
  const home = newFolder();
  const at = (second: number) => new Date(atMs + second * 1_000).toISOString();
  const message = (id: string, second: number) => ({
    ...{ type: 'assistant.message', id: `row-${id}`, timestamp: at(second) },
    data: { messageId: id, outputTokens: 50, model: 'claude-opus-4.6', interactionId: 'i1', turnId: '0' },
  });
  const metrics = { requests: { count: 2 }, usage: { inputTokens: 4_900, outputTokens: 100, cacheReadTokens: 4_000 } };
  const events = [
    { type: 'session.start', data: { sessionId: 's3', copilotVersion: '1.0.91' }, id: 'a', timestamp: at(0) },
    ...[message('m1', 1), message('m2', 2)],
    {
      type: 'session.shutdown',
      data: { modelMetrics: { 'claude-opus-4.6': metrics } },
      ...{ id: 'z', timestamp: at(3) },
    },
  ];
  await writeLog(
    join(home, '.copilot', 'session-state', 's3', 'events.jsonl'),
    events.map((event) => `${JSON.stringify(event)}\n`).join(''),
  );
  const telemetry = join(home, 'data', 'telemetry', 'copilot-cli');
  mkdirSync(telemetry, { recursive: true });
  const uses = [1, 2].map((id) =>
    toJournalLine({
      ...{ id: `msg_bdrk_${id}`, atMs: atMs + id * 1_000, model: 'claude-opus-4.6', sessionId: 's3', requestId: null },
      ...{ usage: { ...emptyUsage, inputTokens: 450, outputTokens: 50, cacheReadTokens: 2_000 }, costUsd: 0.01 },
    }),
  );
  writeFileSync(join(telemetry, '2026-05-01.telemetry'), `${uses.join('\n')}\n`);
  const { stdout } = await runCliInProcess(['report', '--json', '--home', home, '--data', join(home, 'data')]);
  expect(JSON.parse(stdout)).toMatchObject({ totals: { events: 2, usage: { totalTokens: 5_000 } } });
  const { rows } = JSON.parse(await reconcile(home, '--json')) as Reconciliation;
  expect(rows).toMatchObject([
    {
      ...{ source: 'copilot-cli', received: count(2, 5_000), logged: count(2, 5_000) },
      differences: { 'not-joined': count(2, 5_000), 'only-in-log': count(2, 5_000), 'not-in-log': count(0, 0) },
    },
  ]);
});
