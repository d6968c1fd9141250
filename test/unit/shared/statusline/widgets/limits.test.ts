import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '../../../../../shared/domain/agent-status.ts';
import { toText } from '../../../../../shared/statusline/segment.ts';
import {
  binding,
  forecast,
  limits,
  modelLimit,
  sessionLimit,
  topLimit,
  weekLimit,
} from '../../../../../shared/statusline/widgets/limits.ts';
import { makeFacts, makeFactWindow, makeScene, makeStatus, nowMs } from '../../../../support/make-status.ts';

const hourMs = 3_600_000;
type Limit = AgentStatus['limits'][number];
/** 60 % of its time have passed. */
const fiveHours: Limit = { name: 'five_hour', windowMinutes: 300, usedPercent: 30, resetsAtMs: nowMs + 2 * hourMs };
/** Half of its time has passed. */
const week: Limit = { name: 'seven_day', windowMinutes: 10_080, usedPercent: 20, resetsAtMs: nowMs + 84 * hourMs };
const scene = (...passed: readonly Limit[]) => makeScene({ status: makeStatus({ limits: passed }) });
const tones = (usedPercent: number, limit = fiveHours, facts = null as ReturnType<typeof makeFacts> | null) =>
  sessionLimit.draw({ ...scene({ ...limit, usedPercent }), facts }, null)[0]!.map(({ tone }) => tone);

describe('one window', () => {
  it('has four forms: with bar, age and reset; without bar; without reset; the share alone', () => {
    expect(sessionLimit.draw(scene(fiveHours), null)).toEqual([
      [
        { text: '5h ', tone: 'dim' },
        { text: '▓▓░░┃░░░ ', tone: 'good' },
        { text: '30%', tone: 'good' },
        { text: ' ↻ 2h 0m', tone: 'dim' },
      ],
      [
        { text: '5h ', tone: 'dim' },
        { text: '30%', tone: 'good' },
        { text: ' ↻ 2h 0m', tone: 'dim' },
      ],
      [
        { text: '5h ', tone: 'dim' },
        { text: '30%', tone: 'good' },
      ],
      [
        { text: '5h ', tone: 'dim' },
        { text: '30%', tone: 'good' },
      ],
    ]);
    // Only the last form leaves out the mark of a fast pace.
    expect(sessionLimit.draw(scene({ ...fiveHours, usedPercent: 70 }), null).map(toText)).toEqual([
      '5h ▓▓▓▓┃▓░░ 70%▲ ↻ 2h 0m',
      '5h 70%▲ ↻ 2h 0m',
      '5h 70%▲',
      '5h 70%',
    ]);
  });

  it('warns where it fills faster than its time passes, and from the thresholds on', () => {
    expect(tones(60)).toEqual(['dim', 'good', 'good', 'dim']);
    expect(tones(61)).toEqual(['dim', 'warning', 'warning', 'dim']);
    const late = { ...fiveHours, resetsAtMs: nowMs + 60_000 };
    expect([79, 80, 94, 95].map((used) => tones(used, late)[1])).toEqual(['good', 'warning', 'warning', 'critical']);
    expect(tones(50, late, makeFacts({ thresholdsPercent: [40, 50] }))[1]).toBe('critical');
  });

  it('is dim and marked where its reading is old, without a reset where none is known', () => {
    const old = makeFactWindow({ label: null, usedPercent: 99, trustedUntilMs: nowMs - 1, resetsAtMs: null });
    const [form] = weekLimit.draw(makeScene({ facts: makeFacts({ windows: [old] }) }), null);
    expect(form!.map(({ text, tone }) => [text, tone])).toEqual([
      ['week ', 'dim'],
      [expect.any(String), 'dim'],
      ['99%', 'dim'],
      ['?', 'dim'],
    ]);
    const known = { ...makeScene({ facts: makeFacts({ windows: [{ ...old, trustedUntilMs: nowMs }] }) }) };
    expect(weekLimit.draw(known, null)[0]).toHaveLength(3);
  });
});

describe('each window by its own name', () => {
  const facts = makeFacts({ windows: [makeFactWindow({ usedPercent: 7 })] });
  const both = { ...scene(fiveHours, week), facts };
  const shareOf = (widget: typeof limits, from = both) =>
    widget.draw(from, null)[3]?.map(({ text }) => text)[1] ?? null;

  it('is the one of that length, for all models or for one', () => {
    expect([sessionLimit, weekLimit, modelLimit].map((widget) => shareOf(widget))).toEqual(['30%', '20%', '7%']);
    expect(shareOf(sessionLimit, { ...scene(week), facts })).toBeNull();
    expect(shareOf(modelLimit, { ...scene(fiveHours, week), facts: makeFacts() })).toBeNull();
    expect(shareOf(weekLimit, { ...scene(fiveHours), facts })).toBeNull();
    // A day is no week, and what has no length neither.
    const day = { ...week, windowMinutes: 1_440, resetsAtMs: nowMs + hourMs };
    expect(shareOf(weekLimit, { ...scene(day), facts: makeFacts() })).toBeNull();
    expect(shareOf(weekLimit, { ...scene({ ...day, windowMinutes: 1_441 }), facts: makeFacts() })).toBe('20%');
    const credits = makeFactWindow({ label: null, windowMinutes: null, scope: 'credits' });
    expect(shareOf(weekLimit, { ...scene(), facts: makeFacts({ windows: [credits] }) })).toBeNull();
  });

  it('has two spaces between it and the next, in every form', () => {
    const forms = limits.draw({ ...both, facts: makeFacts() }, 'all').map(toText);
    expect(forms).toHaveLength(4);
    expect(forms.slice(2)).toEqual(['5h 30%  week 20%', '5h 30%  week 20%']);
    expect(limits.draw({ ...both, facts: makeFacts() }, 'all')[3]![2]).toEqual({ text: '  ', tone: 'plain' });
  });
});

describe('a week among all windows', () => {
  const isShown = (usedPercent: number, resetsAtMs: number | null = nowMs + 84 * hourMs) =>
    limits.draw(scene({ ...week, usedPercent, resetsAtMs }), null).length > 0;

  it('is shown from half on, or when it fills faster than its time passes', () => {
    expect([isShown(49), isShown(50)]).toEqual([false, true]);
    // 42 of 168 hours have passed: a quarter.
    const early = nowMs + 126 * hourMs;
    expect([isShown(25, early), isShown(26, early)]).toEqual([false, true]);
    // Without a reset nobody knows how fast it is.
    expect([isShown(49, null), isShown(50, null)]).toEqual([false, true]);
  });
});

describe('what stops first', () => {
  const fast = { ...fiveHours, usedPercent: 80 };

  it('is a warning with a time, and critical once it is used up', () => {
    expect(binding.draw(scene(fast), null)).toEqual([[{ text: '5h first', tone: 'warning' }]]);
    expect(forecast.draw(scene(fast), null).map((form) => form.map(({ tone }) => tone))).toEqual([
      ['warning'],
      ['warning'],
    ]);
    expect(forecast.draw(scene({ ...fast, usedPercent: 100 }), null)).toEqual([
      [{ text: '5h used up until 14:00', tone: 'critical' }],
    ]);
    const [[open] = []] = forecast.draw(scene({ ...fast, usedPercent: 100, resetsAtMs: null }), null);
    expect(open!.text).not.toMatch(/until|\d\d:/);
    expect([binding, forecast, topLimit].map(({ draw }) => draw(scene(), null))).toEqual([[], [], []]);
  });

  it('is shown in all forms, or from its share on', () => {
    expect(topLimit.draw(scene(fast, week), null)).toHaveLength(4);
    expect(topLimit.draw(scene(fast, week), 'short').map(toText)).toEqual(['5h 80%▲', '5h 80%']);
    expect(topLimit.draw(scene(fiveHours, week), 'short').map(toText)).toEqual(['5h 30%', '5h 30%']);
  });
});
