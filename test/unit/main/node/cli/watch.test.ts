import { makeForecast } from '../../../../support/make-forecast.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';
import {
  createFakeEngine,
  makeActiveBlock,
  makeWindow,
  makeProcess,
  makeSession,
  nowMs,
  runWith,
  type FakeEngine,
} from '../../../../fakes/cli-host.ts';

const { source, block, limit } = makeActiveBlock();

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
    { ...makeSession(), isRunning: true },
    { ...makeSession({ project: '/home/ada/asleep' }), isRunning: false },
  ],
  processes: { agents: [makeProcess()], orphans: [], own: null },
  // The rates follow from it.
  burn: {
    minutes: [
      { source: 'claude-code', atMs: nowMs - 10 * 60_000, tokens: 123_000, freshTokens: 4_000, costMicroUsd: null },
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
    expect(engine.calls).toEqual(['start watching', 'stop']);
    expect(stdout).toContain('Fuelgauge: Live  2026-05-01 16:03 Europe/Berlin');
    expect(stdout).toMatch(/^> codex +5-hour limit +█{14}░{6} +68% +2 h +1 h +official$/m);
    expect(stdout).toMatch(/^ {2}claude-code +5-hour limit/m);
    expect(stdout).toContain('claude-code: 2 h left in this block');
    expect(stdout).toMatch(/^Last 60 min +12\.3K tokens\/min$/m);
    expect(stdout).toMatch(/^codex +\/home\/ada\/site +gpt-5 +1M +\$0\.01 +2 min ago$/m);
    expect(stdout).not.toContain('asleep');
    expect(stdout).toMatch(/^Claude Code +4242/m);
  });

  it('hides the cursor while it draws, and shows it again', async () => {
    const { stdout } = await watch(createFakeEngine(), [], () => undefined);
    expect(stdout.startsWith('\u001b[?25l')).toBe(true);
    expect(stdout.endsWith('\u001b[?25h')).toBe(true);
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
      await vi.waitUntil(() => existsSync(file));
    });
    expect(exitCode).toBe(0);
    const { stdout } = await watch(createFakeEngine({ sections }), ['--json'], () => undefined);
    expect(readFileSync(file, 'utf8')).toBe(stdout);
    expect(readdirSync(path.dirname(file))).toEqual(['state.json']);
  });
});
