import { describe, expect, it } from 'vitest';
import type { LineOptions, Scene } from '../../../../shared/statusline/scene.ts';
import { toText } from '../../../../shared/statusline/segment.ts';
import { findWidget, widgetNames } from '../../../../shared/statusline/widgets/all-widgets.ts';
import { makeFacts, makeFactWindow, makeScene, makeStatus, nowMs } from '../../../support/make-status.ts';

const [minuteMs, hourMs] = [60_000, 3_600_000];
const options: LineOptions = { costSource: 'auto', burnMark: 'off', budgetUsd: null, contextPercents: [50, 80] };

/** Every form of a widget as text, fullest first. */
const forms = (name: string, scene: Scene, option: string | null = null): readonly string[] =>
  findWidget(name)!.draw(scene, option).map(toText);
const first = (name: string, scene: Scene, option: string | null = null): string | undefined =>
  forms(name, scene, option)[0];
const toneOf = (name: string, scene: Scene): string | undefined => findWidget(name)!.draw(scene, null)[0]?.at(-1)?.tone;

describe('every widget', () => {
  it.each(widgetNames.filter((name) => name !== 'time'))('shows nothing when nothing is known: %s', (name) => {
    expect(forms(name, makeScene())).toEqual([]);
  });

  it('is found by its own name only', () => {
    expect(findWidget('constructor')).toBeNull();
    expect(findWidget('Model')).toBeNull();
  });
});

describe('the context', () => {
  const withContext = (usedTokens: number | null, usedPercent: number | null, compactsAtTokens: number | null) =>
    makeScene({
      status: makeStatus({ context: { usedTokens, sizeTokens: 200_000, usedPercent, compactsAtTokens } }),
    });

  it('is measured against the compaction, as an estimate, or else against the window', () => {
    expect(forms('context', withContext(83_500, 42, 167_000))).toEqual([
      'ctx ▓▓▓▓░░░░ ~50% 83k',
      'ctx ▓▓▓▓░░░░ ~50%',
      'ctx ~50%',
      '~50%',
    ]);
    expect(first('context', withContext(null, 42, null))).toBe('ctx ▓▓▓░░░░░ 42%');
    expect(first('context', withContext(null, 42, 168_000))).toBe('ctx ▓▓▓▓░░░░ ~50%');
    expect(first('context', withContext(180_000, null, 167_000))).toBe('ctx ▓▓▓▓▓▓▓▓ ~100% 180k');
  });

  it('warns where the person said so', () => {
    const scene = (percent: number) => ({ ...withContext(null, percent, null), options: { ...options } });
    expect([10, 49, 50, 80].map((percent) => toneOf('context', scene(percent)))).toEqual([
      'good',
      'good',
      'warning',
      'critical',
    ]);
  });
});

describe('limits', () => {
  const fiveHours = { name: 'five_hour', windowMinutes: 300, usedPercent: 30, resetsAtMs: nowMs + 2 * hourMs };
  const week = { name: 'seven_day', windowMinutes: 10_080, usedPercent: 20, resetsAtMs: nowMs + 84 * hourMs };

  it('leave out a week that does not matter yet, unless all are asked for', () => {
    const scene = makeScene({ status: makeStatus({ limits: [fiveHours, week] }) });
    expect(first('limits', scene)).toBe('5h ▓▓░░┃░░░ 30% ↻ 2h 0m');
    expect(first('limits', scene, 'all')).toBe('5h ▓▓░░┃░░░ 30% ↻ 2h 0m  week ▓▓░░┃░░░ 20% ↻ 3d 12h');
    const full = makeScene({ status: makeStatus({ limits: [{ ...week, usedPercent: 55 }] }) });
    expect(first('limits', full)).toBe('week ▓▓▓▓┃░░░ 55%▲ ↻ 3d 12h');
  });

  it('say nothing about the pace at the start of a window', () => {
    const fresh = { ...fiveHours, usedPercent: 5, resetsAtMs: nowMs + 5 * hourMs - 5 * minuteMs };
    expect(first('limit.5h', makeScene({ status: makeStatus({ limits: [fresh] }) }))).toBe('5h ▓░░░░░░░ 5% ↻ 4h 55m');
  });

  it('take from the facts what the agent does not pass, and mark what is old', () => {
    const facts = makeFacts({
      windows: [
        makeFactWindow(),
        makeFactWindow({ label: null, usedPercent: 99 }),
        makeFactWindow({ scope: '5h', label: null, windowMinutes: 300, usedPercent: 7, trustedUntilMs: nowMs - 1 }),
        makeFactWindow({ source: 'codex', label: 'other' }),
      ],
    });
    const scene = makeScene({ status: makeStatus({ limits: [week] }), facts });
    expect(first('limit.week', scene)).toContain('week ▓▓');
    expect(first('limit.week', scene)).toContain('20%');
    expect(first('limit.model', scene)).toContain('week Opus');
    expect(
      forms('limit.5h', {
        ...scene,
        facts: makeFacts({ windows: facts.windows.map((each) => ({ ...each, resetsAtMs: null })) }),
      })[1],
    ).toBe('5h 7%?');
    expect(first('limits', scene, 'all')).not.toContain('other');
  });

  it('drop a window that has reset', () => {
    const over = { ...fiveHours, resetsAtMs: nowMs };
    expect(forms('limits', makeScene({ status: makeStatus({ limits: [over] }) }))).toEqual([]);
  });
});

describe('the forecast', () => {
  const fast = { name: 'five_hour', windowMinutes: 300, usedPercent: 80, resetsAtMs: nowMs + 2 * hourMs };

  it('goes on at the pace of the window', () => {
    const scene = makeScene({ status: makeStatus({ limits: [fast] }) });
    expect(forms('forecast', scene)).toEqual(['out ~12:45 (45m)', 'out ~12:45']);
    expect(first('binding', scene)).toBe('5h first');
  });

  it('says nothing when everything lasts', () => {
    expect(forms('forecast', makeScene({ status: makeStatus({ limits: [{ ...fast, usedPercent: 50 }] }) }))).toEqual(
      [],
    );
  });

  it('knows of another agent or of a model from the facts, but not what the agent knows better', () => {
    const binding = makeFactWindow({ usedPercent: 90, runsOutAtMs: nowMs + hourMs });
    const status = makeStatus({ limits: [fast] });
    const textOf = (window: typeof binding) =>
      first('forecast', makeScene({ status, facts: makeFacts({ windows: [window] }) }));
    expect(textOf({ ...binding, runsOutAtMs: nowMs + hourMs / 2 })).toBe('out ~12:30 (30m)');
    expect(textOf({ ...binding, source: 'codex', runsOutAtMs: nowMs + hourMs / 2 })).toBe(
      'codex week Opus out ~12:30 (30m)',
    );
    const own = { ...binding, scope: '5h', label: null, windowMinutes: 300, runsOutAtMs: nowMs + hourMs / 2 };
    expect(textOf(own)).toBe('out ~12:45 (45m)');
  });

  it('names no time of day for another day', () => {
    const binding = makeFactWindow({ usedPercent: 90, runsOutAtMs: nowMs + 46 * hourMs });
    expect(forms('forecast', makeScene({ facts: makeFacts({ windows: [binding] }) }))).toEqual([
      'out in ~1d 22h',
      'out in ~1d 22h',
    ]);
  });

  it('says until when a window is used up', () => {
    const scene = makeScene({ status: makeStatus({ limits: [{ ...fast, usedPercent: 100 }] }) });
    expect(forms('forecast', scene)).toEqual(['5h used up until 14:00']);
    // A time of day says nothing about another day.
    const week = { name: 'seven_day', windowMinutes: 10_080, usedPercent: 100, resetsAtMs: nowMs + 74 * hourMs };
    expect(forms('forecast', makeScene({ status: makeStatus({ limits: [week] }) }))).toEqual([
      'week used up for 3d 2h',
    ]);
  });
});

describe('costs', () => {
  it('of the session come from where the person chose', () => {
    const scene = makeScene({ status: makeStatus({ costUsd: 1.5 }), facts: makeFacts() });
    const from = (costSource: LineOptions['costSource']) =>
      first('cost', { ...scene, options: { ...options, costSource } });
    expect([from('auto'), from('cc'), from('ccusage'), from('both')]).toEqual([
      '~$1.50 session',
      '~$1.50 session',
      '~$2.00 session',
      '~$1.50 agent / $2.00 list session',
    ]);
    expect(first('cost', { ...scene, status: makeStatus({ costUsd: null }) })).toBe('~$2.00 session');
  });

  it('are shown with their age when nobody has counted since, and not at all on another day', () => {
    const facts = makeFacts({ writtenAtMs: nowMs - 12 * minuteMs });
    expect(first('cost.day', makeScene({ facts }))).toBe('$12.50 today (12m old)');
    expect(toneOf('cost.day', makeScene({ facts }))).toBe('dim');
    expect(forms('cost.day', makeScene({ facts: makeFacts({ today: { ...facts.today, endsAtMs: nowMs } }) }))).toEqual(
      [],
    );
  });

  it('of the block end with it', () => {
    expect(forms('cost.block', makeScene({ facts: makeFacts() }))).toEqual(['$4.25 block (2h 0m left)', '$4.25 block']);
    const ended = makeFacts({ blocks: [{ source: 'claude-code', endMs: nowMs, costMicroUsd: 1, tokens: 1 }] });
    expect(forms('cost.block', makeScene({ facts: ended }))).toEqual([]);
  });

  it('are held against a budget, in the currency of the settings', () => {
    const facts = makeFacts({ currency: { code: 'EUR', perUsd: 0.5 } });
    const scene = makeScene({ facts, options: { ...options, budgetUsd: 25 } });
    expect(first('cost.budget', scene)).toBe('50% of €12.50');
    expect(first('cost.budget', scene, '10')).toBe('125% of €5.00');
    expect(first('cost.budget', scene, 'nonsense')).toBe('50% of €12.50');
  });
});

describe('the burn rate', () => {
  it('is commented on as in ccusage, and gone when it is old', () => {
    const scene = makeScene({ facts: makeFacts() });
    const marked = (burnMark: LineOptions['burnMark']) =>
      first('burn', { ...scene, options: { ...options, burnMark } });
    expect([marked('off'), marked('emoji'), marked('text'), marked('emoji-text')]).toEqual([
      '$6.00/h',
      '$6.00/h ⚠️',
      '$6.00/h (moderate)',
      '$6.00/h ⚠️ (moderate)',
    ]);
    const unpriced = makeFacts({ burn: { tokensPerMinute: 900, costMicroUsdPerHour: null } });
    expect(first('burn', makeScene({ facts: unpriced }))).toBe('900/min');
    expect(forms('burn', makeScene({ facts: makeFacts({ writtenAtMs: nowMs - hourMs }) }))).toEqual([]);
  });
});

describe('the cache', () => {
  const cache = { isWarm: true, expiresAtMs: nowMs + 200_000, ttlMs: 300_000, hitPercent: 93.4 };

  it('counts down, and is cold when its time is up, whatever the agent last said', () => {
    const at = (given: Partial<typeof cache>) => makeScene({ status: makeStatus({ cache: { ...cache, ...given } }) });
    expect(forms('cache', at({}))).toEqual(['cache 3m 93% hits', 'cache 3m']);
    expect(forms('cache', at({ expiresAtMs: nowMs }))).toEqual(['cache cold 93% hits', 'cache cold']);
    expect(first('cache', at({ isWarm: false }))).toBe('cache cold 93% hits');
    expect(forms('cache', makeScene({ status: makeStatus({ cache: { ...cache, expiresAtMs: null } }) }))).toEqual([
      'cache warm 93% hits',
      'cache warm',
    ]);
  });

  it('warns in its last minute', () => {
    const toneAt = (leftMs: number) =>
      findWidget('cache')!.draw(
        makeScene({ status: makeStatus({ cache: { ...cache, expiresAtMs: nowMs + leftMs } }) }),
        null,
      )[1]?.[0]?.tone;
    expect([minuteMs, minuteMs - 1, 0].map(toneAt)).toEqual(['good', 'warning', 'critical']);
  });
});

describe('the repository', () => {
  const git = { branch: 'main', commit: null, worktree: null, ahead: 0, behind: 3, changedFiles: null };

  it('shows what has been counted', () => {
    expect(first('git', makeScene({ git }))).toBe('main ↓3');
    expect(first('git', makeScene({ git: { ...git, branch: null, commit: 'abc1234' } }))).toBe('abc1234 ↓3');
    expect(first('changes', makeScene({ git: { ...git, changedFiles: 4 } }))).toBe('↓3 ±4');
  });
});

describe('the model', () => {
  const draw = (model: string, isFast: boolean | null = null) =>
    findWidget('model')!.draw(makeScene({ status: makeStatus({ model, isFast }) }), null);

  it('is shortened by what stands in brackets at its end, and nowhere else', () => {
    expect(draw('Opus (1M context)')).toEqual([
      [{ text: 'Opus (1M context)', tone: 'accent' }],
      [{ text: 'Opus', tone: 'accent' }],
    ]);
    expect(draw('Opus (new) 5').map(toText)).toEqual(['Opus (new) 5']);
    expect(draw('(1M context)').map(toText)).toEqual(['(1M context)']);
  });

  it('is marked while it is fast, and only then', () => {
    expect(draw('Opus', true)).toEqual([
      [
        { text: 'Opus', tone: 'accent' },
        { text: ' fast', tone: 'warning' },
      ],
    ]);
    expect([draw('Opus', false), draw('Opus')].flat().map(toText)).toEqual(['Opus', 'Opus']);
  });
});

describe('the rest', () => {
  it('shows what a command printed, and only that command', () => {
    const scene = makeScene({ outputs: new Map([['date', 'Monday']]) });
    expect([forms('run', scene, 'date'), forms('run', scene, 'who'), forms('run', scene)]).toEqual([
      ['Monday'],
      [],
      [],
    ]);
  });

  it('shows title, project, lines and duration', () => {
    const status = makeStatus({
      title: 'x'.repeat(60),
      folder: 'C:\\work\\shop\\',
      linesAdded: 1_500,
      durationMs: hourMs,
    });
    const scene = makeScene({ status, servers: 2, facts: makeFacts({ agents: 3 }) });
    expect(['title', 'project', 'lines', 'duration', 'mcp', 'agents'].map((name) => first(name, scene))).toEqual([
      `${'x'.repeat(39)}…`,
      'shop',
      '+1.5k -0',
      '1h 0m',
      '2 MCP',
      '3 agents',
    ]);
  });
});
