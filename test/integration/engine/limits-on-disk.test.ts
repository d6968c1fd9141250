import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runHook } from '../../../main/node/hooks/run-hook.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { useEngines } from '../../support/engines.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const createFolder = useTemporaryFolders();
const engines = useEngines();

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const toIso = (atMs: number) => new Date(atMs).toISOString();

function put(home: string, name: string, content: object | string): string {
  const file = path.join(home, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const window = (percent: number, resetsAtMs: number) => ({ percent, resets_at: toIso(resetsAtMs) });

function toSettingsFile(fetchedAtMs: number) {
  return {
    oauthAccount: {
      accountUuid: 'a-1',
      organizationUuid: 'o-1',
      organizationRateLimitTier: 'default_claude_max_5x',
      emailAddress: 'ada@example.com',
    },
    cachedUsageUtilization: {
      fetchedAtMs,
      accountUuid: 'a-1',
      utilization: {
        limits: [
          { kind: 'session', ...window(20, nowMs + 2 * hour) },
          { kind: 'weekly_all', ...window(60, nowMs + 72 * hour) },
          { kind: 'weekly_scoped', ...window(100, nowMs + 72 * hour), scope: { model: { display_name: 'Fable' } } },
        ],
      },
    },
  };
}

const capture = (atMs: number, usedPercent: number, sessionId = 's') =>
  `${JSON.stringify({
    schema: 'fuelgauge.capture.v1',
    atMs,
    sessionId,
    rateLimits: { five_hour: { used_percentage: usedPercent, resets_at: (nowMs + 2 * hour) / 1_000 } },
    contextWindow: null,
  })}\n`;

const response = (atMs: number) =>
  `${JSON.stringify({
    type: 'assistant',
    timestamp: toIso(atMs),
    sessionId: 's',
    requestId: `req_${atMs}`,
    message: {
      id: `msg_${atMs}`,
      model: 'claude-opus-4-8',
      stop_reason: 'end_turn',
      usage: { input_tokens: 1_000, output_tokens: 200 },
    },
  })}\n`;

function makeHome() {
  const [home, dataFolder] = [createFolder(), createFolder()];
  put(home, '.claude.json', toSettingsFile(nowMs - 5 * minute));
  put(home, '.claude/projects/-p/s.jsonl', [-170, -100, -10].map((at) => response(nowMs + at * minute)).join(''));
  const captures = put(dataFolder, 'statusline/captures.jsonl', capture(nowMs - minute, 25));
  const open = () =>
    engines.open(home, {
      dataFolder,
      settings: { ...defaultSettings, timeZone: 'UTC' },
      clock: { nowMs: () => nowMs },
    });
  return { home, dataFolder, captures, open };
}

describe('limits on disk', () => {
  it('of all places are one set of windows, with the newest figure of each and the model’s week that binds', async () => {
    const engine = makeHome().open();
    await engine.start('once');
    const { rows, binding, subscriptions } = engine.limits({ source: null });
    expect(rows.map(({ id, origin, usedPercent, planType }) => [id.scope, origin, usedPercent, planType])).toEqual([
      ['5h', 'statusline', 25, 'default_claude_max_5x'],
      ['7d', 'file', 60, 'default_claude_max_5x'],
      ['7d fable', 'file', 100, 'default_claude_max_5x'],
    ]);
    expect(new Set(rows.map(({ id }) => id.account)).size).toBe(1);
    expect(binding?.scope).toBe('7d fable');
    expect(subscriptions).toMatchObject([
      { plan: 'max-5x', knownFrom: 'provider', monthlyUsd: 100, monthCostMicroUsd: 30_000 },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/ada@|a-1|o-1/);
  });

  it('anchor the block at the official reset, and explain says so', async () => {
    const engine = makeHome().open();
    await engine.start('once');
    const { rows } = engine.explainBlocks({ id: null, source: null });
    expect(rows).toMatchObject([
      {
        rule: 'official-reset',
        reset: { origin: 'statusline' },
        block: { startMs: nowMs - 3 * hour, endMs: nowMs + 2 * hour, boundary: 'official', events: 3 },
      },
    ]);
  });

  it('are explained with every place that reports them', async () => {
    const engine = makeHome().open();
    await engine.start('once');
    const { rows } = engine.explainLimits({ id: '5h', source: null });
    expect(rows).toHaveLength(1);
    expect(rows[0]!.readings.map(({ origin, usedPercent, isUsed }) => [origin, usedPercent, isUsed])).toEqual([
      ['statusline', 25, true],
      ['file', 20, false],
    ]);
    const cost = engine.explainCost({ id: null, source: null });
    expect(cost.rows).toMatchObject([{ model: 'claude-opus-4-8', events: 3, costMicroUsd: 30_000, kind: 'estimated' }]);
  });

  it('are followed: a new capture shows at once', async () => {
    const { captures, open } = makeHome();
    const engine = open();
    await engine.start('watching');
    appendFileSync(captures, capture(nowMs, 31));
    await waitUntil('the new figure', () =>
      engine.snapshot().sections.limits.windows.some(({ usedPercent }) => usedPercent === 31),
    );
  });

  it('that are used up by a message stay so until the reset', async () => {
    const { home, open } = makeHome();
    const row = {
      type: 'assistant',
      timestamp: toIso(nowMs - 1),
      isApiErrorMessage: true,
      message: {
        model: '<synthetic>',
        content: [{ type: 'text', text: "You've hit your limit · resets 2pm (UTC)" }],
        usage: { input_tokens: 0, output_tokens: 0 },
      },
    };
    put(home, '.claude/projects/-p/t.jsonl', `${JSON.stringify(row)}\n`);
    const engine = open();
    await engine.start('once');
    const { rows, binding } = engine.limits({ source: null });
    expect(rows[0]).toMatchObject({ usedPercent: 100, origin: 'log', resetsAtMs: nowMs + 2 * hour });
    expect(binding?.scope).toBe('5h');
  });
});

describe('a limit that a hook names', () => {
  it('is used up until its reset, though the logs say nothing of it, and explained beside what was there before', async () => {
    const { dataFolder, open } = makeHome();
    const failure = {
      ...{ session_id: 's', hook_event_name: 'StopFailure', error: 'rate_limit' },
      last_assistant_message: "You've hit your session limit · resets 2pm (UTC)",
    };
    runHook(['claude-code', '--data', dataFolder, JSON.stringify(failure)], nowMs - 1);
    const engine = open();
    await engine.start('once');
    const { rows, binding } = engine.limits({ source: null });
    expect(rows[0]).toMatchObject({ usedPercent: 100, origin: 'log', resetsAtMs: nowMs + 2 * hour });
    expect(binding?.scope).toBe('5h');
    const explained = engine.explainLimits({ id: '5h', source: null }).rows[0]!;
    expect(explained.readings.map(({ origin, usedPercent }) => [origin, usedPercent])).toEqual([
      ['log', 100],
      ['statusline', 25],
      ['file', 20],
    ]);
  });
});

describe('fuelgauge explain', () => {
  it.each(['limit', 'block', 'cost'])('%s prints text, and JSON as the contract has it', async (what) => {
    const [home, data] = [createFolder(), createFolder()];
    const now = Date.now();
    put(home, '.claude/projects/-p/s.jsonl', response(now - 1_000));
    put(
      data,
      'statusline/captures.jsonl',
      capture(now - 500, 31).replaceAll(/"resets_at":\d+/g, `"resets_at":${Math.floor((now + hour) / 1_000)}`),
    );
    const folders = ['--home', home, '--data', data];
    const text = await runCliInProcess(['explain', what, ...folders]);
    expect([text.code, text.stderr]).toEqual([0, '']);
    expect(text.stdout).toMatch(
      what === 'limit' ? /status line/ : what === 'block' ? /provider says/ : /claude-opus-4-8/,
    );
    const json = await runCliInProcess(['explain', what, '--json', ...folders]);
    expect(JSON.parse(json.stdout)).toMatchObject({ schema: expect.stringContaining('explain') as string, rows: [{}] });
  });

  it('calls an old reading stale, as the limits do', async () => {
    const [home, data] = [createFolder(), createFolder()];
    const now = Date.now();
    const resets = `"resets_at":${Math.floor((now + hour) / 1_000)}`;
    const old = capture(now - 2 * hour, 31).replaceAll(/"resets_at":\d+/g, resets);
    put(data, 'statusline/captures.jsonl', old);
    for (const command of [['limits'], ['explain', 'limit', '5h']]) {
      const { stdout } = await runCliInProcess([...command, '--home', home, '--data', data]);
      expect(stdout).toMatch(/31%.* stale, 2/);
    }
  });

  it('knows nothing else, and says which there are', async () => {
    const { code, stderr } = await runCliInProcess([
      'explain',
      'weather',
      '--home',
      createFolder(),
      '--data',
      createFolder(),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('limit, block, forecast, cost');
  });
});
