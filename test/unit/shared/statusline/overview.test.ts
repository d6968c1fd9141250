import { describe, expect, it } from 'vitest';
import { statuslineWords } from '../../../../shared/messages/en/statusline.ts';
import { toOverviewJson, toWaybarJson } from '../../../../shared/statusline/overview-forms.ts';
import { drawOverview, type OverviewRequest } from '../../../../shared/statusline/overview.ts';
import { overviewTemplates } from '../../../../shared/statusline/presets.ts';
import { makeFacts, makeFactWindow, nowMs } from '../../../support/make-status.ts';

const minuteMs = 60_000;
const fiveHours = makeFactWindow({
  scope: '5h',
  label: null,
  windowMinutes: 300,
  usedPercent: 40,
  resetsAtMs: nowMs + 130 * minuteMs,
});
const codexWeek = makeFactWindow({ source: 'codex', label: null, usedPercent: 85 });

function draw(given: Partial<OverviewRequest> = {}) {
  return drawOverview({
    facts: makeFacts({ windows: [fiveHours] }),
    isKept: true,
    hasHost: given.isKept ?? true,
    template: overviewTemplates.full,
    isCompact: false,
    hasColor: false,
    words: statuslineWords,
    nowMs,
    toClock: (atMs) => new Date(atMs).toISOString().slice(11, 16),
    ...given,
  });
}

describe('the line of fuelgauge status', () => {
  it('shows limits, the day and the burn rate of all agents', () => {
    expect(draw().text).toMatch(/^5h \S+ 40% ↻ 2h 10m \| \$12\.50 today \| \$6\.00\/h$/);
    expect(draw()).toMatchObject({ className: 'normal', percentage: 40, ageMs: 0 });
  });

  it('names the agents where there are several, and takes the level of the fullest window', () => {
    const overview = draw({ facts: makeFacts({ windows: [fiveHours, codexWeek] }) });
    expect(overview.text).toMatch(/^claude-code 5h .*40%.* {2}codex week .*85%/);
    expect(overview).toMatchObject({ className: 'warning', percentage: 85 });
    expect(overview.tooltip).toContain('codex week: 85% used, resets in 3d 12h');
    expect(overview.tooltip).not.toContain('\u001b');
  });

  it('is the window that matters most alone when it must be short', () => {
    const facts = makeFacts({ windows: [{ ...fiveHours, runsOutAtMs: nowMs + 60 * minuteMs }] });
    expect(draw({ facts, template: overviewTemplates.compact, isCompact: true }).text).toBe(
      '5h 40% out ~13:00 (1h 0m)',
    );
  });

  it('shows the age of facts that nobody keeps up to date, and only of those', () => {
    const facts = makeFacts({ windows: [fiveHours], writtenAtMs: nowMs - 12 * minuteMs });
    const stale = draw({ facts, isKept: false });
    expect(stale.text).toMatch(/ \(12m old\)$/);
    expect(stale.text.match(/old/g)).toHaveLength(1);
    expect(stale).toMatchObject({ className: 'stale', ageMs: 12 * minuteMs });
    expect(draw({ facts }).text).not.toContain('old');
    expect(draw({ facts: makeFacts({ writtenAtMs: nowMs - minuteMs }), isKept: false }).className).toBe('normal');
  });

  it('shows no burn rate of an hour ago, no spent window and no cost of yesterday', () => {
    const facts = makeFacts({
      writtenAtMs: nowMs - 60 * minuteMs,
      windows: [{ ...fiveHours, resetsAtMs: nowMs - minuteMs }],
      today: { endsAtMs: nowMs - minuteMs, costMicroUsd: 1_000_000, tokens: 1 },
      blocks: [],
      binding: { ...fiveHours, usedPercent: 100, resetsAtMs: nowMs - minuteMs },
    });
    expect(draw({ facts }).text).toBe('no limits and no usage known');
    const json = toOverviewJson(draw({ facts }), facts, true, nowMs);
    expect(json).toMatchObject({ windows: [], binding: null, today: null, blocks: [] });
  });

  it('says what to do when there are no facts', () => {
    const none = { facts: null, isKept: false };
    expect(draw(none).text).toContain('fuelgauge serve');
    expect(draw({ ...none, isCompact: true })).toMatchObject({ text: 'fuelgauge: no data', className: 'unknown' });
    expect(toOverviewJson(draw(none), null, false, nowMs)).toMatchObject({ writtenAt: null, agents: null });
  });

  it('does not ask to start Fuelgauge while a host runs that has not written facts yet, or not since it started', () => {
    const starting = { isKept: false, hasHost: true };
    const none = draw({ ...starting, facts: null });
    expect(none.text).toMatch(/^fuelgauge: Fuelgauge is running/);
    expect(none.text).not.toContain('Start');
    expect(draw({ ...starting, facts: null, isCompact: true }).text).toBe('fuelgauge: no data yet');
    const old = draw({ ...starting, facts: makeFacts({ writtenAtMs: nowMs - 12 * minuteMs }) });
    expect(old.text).toMatch(/ \(12m old\)$/);
    expect(old.tooltip).toMatch(/Fuelgauge is running/);
    expect(old.tooltip).not.toContain('No app');
  });
});

describe('its forms', () => {
  it('are exact in JSON', () => {
    const facts = makeFacts({ windows: [fiveHours] });
    expect(toOverviewJson(draw({ facts }), facts, true, nowMs)).toMatchObject({
      schema: 'fuelgauge.status.v1',
      generatedAt: '2026-06-01T12:00:00.000Z',
      writtenAt: '2026-06-01T12:00:00.000Z',
      hostRuns: true,
      class: 'normal',
      windows: [{ source: 'claude-code', usedPercent: 40, resetsAt: '2026-06-01T14:10:00.000Z', isStale: false }],
      today: { costUsd: 12.5, tokens: 1_000_000 },
      blocks: [{ source: 'claude-code', endAt: '2026-06-01T14:00:00.000Z', costUsd: 4.25, tokens: 400_000 }],
    });
  });

  it('are markup for Waybar, in which nothing of the text is obeyed', () => {
    const label = '<b>&';
    const facts = makeFacts({ windows: [makeFactWindow({ label, usedPercent: 0.2 })] });
    const { text, percentage } = toWaybarJson(draw({ facts, template: '{limits:all}' }));
    expect(text).toContain('week &lt;b&gt;&amp; ');
    expect(text).toContain('&lt;1%');
    expect(text).not.toContain('<');
    expect(percentage).toBe(0);
  });
});
