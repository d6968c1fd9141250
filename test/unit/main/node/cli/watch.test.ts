import { makeForecast } from '../../../../support/make-forecast.ts';
import stringWidth from 'string-width';
import { toScreen } from '../../../../support/terminal-screen.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';
import { waitUntil } from '../../../../support/wait-until.ts';
import {
  createFakeEngine,
  makeActiveBlock,
  makeWindow,
  makeProcess,
  makeRow,
  makeTotals,
  makeTree,
  makeSession,
  nowMs,
  runWith,
  type FakeEngine,
} from '../../../../fakes/cli-host.ts';

const { source, block, limit } = makeActiveBlock();

/** A session that did nothing lately. */
const noPulse = { contextTokens: null, minutes: [], subagents: { parentId: null, named: 0, hasUnnamed: false } };

const sections = {
  blocks: [{ source, block, limit, forecast: makeForecast() }],
  limits: {
    forecasts: [],
    windows: [
      makeWindow({ source: 'claude-code', provider: 'anthropic', runsOutAtMs: nowMs + 7_000_000 }),
      makeWindow(),
    ],
  },
  sessions: [
    { ...makeSession(), ...noPulse, isRunning: true },
    { ...makeSession({ project: '/home/ada/asleep' }), ...noPulse, isRunning: false },
  ],
  processes: { agents: [makeProcess()], orphans: [], own: null },
  // The rates follow from it.
  burn: {
    minutes: [
      {
        source: 'claude-code',
        atMs: nowMs - 10 * 60_000,
        tokens: 123_000,
        freshTokens: 4_000,
        costMicroUsd: null,
        isCostPartial: true,
      },
    ],
    coverageFromMs: 0,
  },
} as const;

/** Runs `watch`, calls `act` once something is shown, and then interrupts. */
async function watch(engine: FakeEngine, args: readonly string[], act: (engine: FakeEngine) => Promise<void> | void) {
  return runWith(engine, ['watch', ...args], {
    columns: 100,
    rows: 40,
    variables: { NO_COLOR: '1' },
    onListening: (interrupt, readStdout) => {
      const whenShown = async (): Promise<void> => {
        while (readStdout() === '') await new Promise(setImmediate);
        await act(engine);
        interrupt();
      };
      void whenShown();
    },
  });
}

describe('watch', () => {
  it('draws the whole view and exits with 0 when interrupted', async () => {
    const engine = createFakeEngine({ sections });
    const { exitCode, stdout } = await watch(engine, [], () => undefined);
    expect(exitCode).toBe(0);
    expect([engine.calls[0], engine.calls.at(-1)]).toEqual(['start watching', 'stop']);
    const picture = toScreen(stdout.slice(0, stdout.indexOf('\u001b[?1049l') - '\u001b[?7h'.length), 100, 40);
    expect(picture).toContain('Fuelgauge: Live  2026-05-01 16:03 Europe/Berlin');
    expect(picture).toMatch(/^> codex 5-hour limit +█+░+ +68% +resets in 2 h; runs out in 1 h; official$/m);
    expect(picture).toMatch(/^ {2}claude-code 5-hour limit/m);
    expect(picture).toMatch(/^claude-code block, 13:03 – 18:03 \(estimated\)$/m);
    expect(picture).toMatch(/^Time +█+░+ +60% +2 h left$/m);
    expect(picture).toMatch(/^Cost +█+░+ +\$1\.23 +7% of the limit of \$18\.00 \(estimated\)$/m);
    expect(picture).toMatch(/^Messages +12$/m);
    expect(picture).toMatch(/^Forecast: likely 3M tokens .*8 in 10: .*estimated\.$/m);
    expect(picture).toMatch(/^Last 60 min +12\.3K tokens\/min$/m);
    expect(picture).toMatch(/^codex +\/home\/ada\/site +gpt-5 +1M +2 min ago +\$0\.01$/m);
    expect(picture).not.toContain('asleep');
    expect(picture).toMatch(/^Claude Code +4242/m);
  });

  it('takes a screen of its own, and gives the terminal back', async () => {
    const { stdout } = await watch(createFakeEngine(), [], () => undefined);
    expect(stdout.startsWith('\u001b[?1049h\u001b[?25l\u001b[?7l')).toBe(true);
    expect(stdout.endsWith('\u001b[?7h\u001b[?1049l\u001b[?25h')).toBe(true);
  });

  it('names the window after what binds, and gives its name back', async () => {
    const { stdout } = await watch(createFakeEngine({ sections }), ['--set-terminal-title'], () => undefined);
    expect(stdout).toContain('\u001b[22;2t\u001b]2;Fuelgauge: codex 68%, resets in 2 h\u0007');
    expect(stdout.endsWith('\u001b[23;2t')).toBe(true);
  });

  it('says of a limit only that it has reset, once it has', async () => {
    const windows = [makeWindow({ usedPercent: 100, resetsAtMs: nowMs })];
    const engine = createFakeEngine({ sections: { ...sections, limits: { forecasts: [], windows } } });
    const { stdout } = await runWith(engine, ['watch', '--once'], { columns: 100 });
    expect(stdout).toMatch(/^ {2}codex 5-hour limit +-.*has reset; stale, 1 min old/m);
    expect(stdout).not.toContain('100%');
  });

  it('calls usage of an earlier day by its day, not today', async () => {
    const { usage } = createFakeEngine().snapshot().sections;
    const of = async (since: string, monday: string): Promise<string> => {
      const [today, week] = [
        { ...usage.today, since, until: since },
        { ...usage.week, since: monday },
      ];
      const engine = createFakeEngine({ sections: { usage: { ...usage, today, week } } });
      return (await watch(engine, ['--set-terminal-title'], () => undefined)).stdout;
    };
    const current = await of('2026-05-01', '2026-04-27');
    expect(current).toMatch(/Today +0 tokens/);
    expect(current).toContain(']2;Fuelgauge: 0 tokens, - today\u0007');
    const before = await of('2026-04-26', '2026-04-20');
    expect(before).toMatch(/Sun, Apr 26, 2026 +0 tokens/);
    expect(before).not.toMatch(/Today|This week/);
    expect(before).toContain(']2;Fuelgauge\u0007');
  });

  it('draws once with --once, without touching the screen', async () => {
    const { exitCode, stdout } = await runWith(createFakeEngine({ sections }), ['watch', '--once'], { columns: 60 });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('codex 5-hour limit');
    // These would move the cursor or take the screen.
    for (const code of ['\u001b[?', ';1H', '\u001b]']) expect(stdout).not.toContain(code);
    expect(stdout).not.toContain('Ctrl-C');
  });

  it('says what its options take', async () => {
    for (const [option, value] of [
      ['--refresh-rate', '0.5'],
      ['--refresh-rate', '61'],
      ['--refresh-per-second', '20.1'],
      ['--theme', 'pink'],
      ['--view', 'yearly'],
    ]) {
      const { exitCode } = await runWith(createFakeEngine(), ['watch', '--once', option!, value!]);
      expect(exitCode, `${option} ${value}`).toBe(2);
    }
  });

  it('has no line wider than the terminal, from 40 to 240 columns, in any view', async () => {
    for (const view of ['realtime', 'daily', 'monthly', 'session', 'processes']) {
      for (const columns of [40, 60, 80, 120, 149, 150, 200, 240]) {
        const engine = createFakeEngine({
          sections: {
            ...sections,
            sessions: [{ ...makeSession({ project: `/home/${'漢字'.repeat(90)}` }), ...noPulse, isRunning: true }],
          },
          rows: [makeRow({ models: ['a-model-with-a-very-long-name-indeed-20260101', 'gpt-5'] })],
          totals: makeTotals(),
          sessions: [makeSession({ project: `/home/${'x'.repeat(300)}` })],
          processes: [makeTree({ label: 'An agent with a long name', cwd: `/${'y'.repeat(300)}` })],
        });
        const { stdout } = await runWith(engine, ['watch', '--once', '--view', view], { columns });
        for (const line of stdout.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('prints one object per line with --json, and another only after a change', async () => {
    const { exitCode, stdout } = await watch(createFakeEngine({ sections }), ['--json'], (engine) => {
      engine.change({ processes: { agents: [makeProcess({ cpuRatio: 1.5 })], orphans: [], own: null } });
      engine.change({ processes: { agents: [], orphans: [], own: null } });
    });
    expect(exitCode).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      schema: 'fuelgauge.watch.v1',
      generatedAt: '2026-05-01T14:03:00.000Z',
      timezone: 'Europe/Berlin',
      phase: 'watching',
      limits: [{ source: 'claude-code' }, { source: 'codex', usedPercent: 68 }],
      bindingLimit: 1,
      blocks: [
        { source: 'claude-code', remainingMs: 7_200_000, projection: { totalTokens: 3_000_000, costUsd: 3.69594 } },
      ],
      today: { since: '2026-05-01', costUsd: null },
      burn: [
        { windowMinutes: 5 },
        { windowMinutes: 15 },
        { windowMinutes: 60, tokensPerMinute: 12_300, costUsdPerHour: null },
      ],
      sessions: [{ isRunning: true }, { isRunning: false }],
      processes: [{ pid: 4_242 }],
    });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ processes: [] });
  });

  it('shows one source only', async () => {
    const { stdout } = await watch(createFakeEngine({ sections }), ['--json', '--source', 'codex'], () => undefined);
    expect(JSON.parse(stdout)).toMatchObject({ bindingLimit: 0, blocks: [], processes: [] });
    expect(JSON.parse(stdout).limits).toHaveLength(1);
  });
});

describe('watch --write-state', () => {
  const newFolder = useTemporaryFolders();

  it('keeps a file as a whole that says what --json says', async () => {
    const file = path.join(newFolder(), 'deep', 'state.json');
    const engine = createFakeEngine({ sections });
    const { exitCode } = await watch(engine, ['--write-state', file], async () => {
      await waitUntil('the file', () => existsSync(file));
    });
    expect(exitCode).toBe(0);
    const { stdout } = await watch(createFakeEngine({ sections }), ['--json'], () => undefined);
    expect(readFileSync(file, 'utf8')).toBe(stdout);
    expect(readdirSync(path.dirname(file))).toEqual(['state.json']);
  });
});
