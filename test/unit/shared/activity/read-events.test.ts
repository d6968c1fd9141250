import { describe, expect, it } from 'vitest';
import { readApiEvents, readSiteEvents } from '../../../../shared/activity/read-events.ts';
import { sites } from '../../../../shared/activity/site-table.ts';
import { dayMs, hourMs, minuteMs, quarterHourMs } from '../../../../shared/domain/instant.ts';

const slotMs = Date.UTC(2026, 4, 14, 10);
/** Ten minutes into a quarter of an hour. */
const nowMs = slotMs + 10 * minuteMs;
const readSites = (...events: readonly unknown[]) => readSiteEvents(events, sites, nowMs);
const readApis = (...events: readonly unknown[]) => readApiEvents(events, nowMs);
const site = { domain: 'claude.ai', browser: 'firefox' };
const api = { type: 'api_intercept', tool: 'claude-web', model: 'claude-sonnet-4-5' };
const hostile = [null, 7, 'x', [], {}, [site], [api]];

describe('events about sites', () => {
  it('are active time up to their end, split at quarters of an hour, and visits at their end', () => {
    const row = { kind: 'site', name: 'claude.ai', via: 'firefox', origin: 'extension', grainMs: quarterHourMs };
    const none = { inputTokens: 0, outputTokens: 0 };
    expect(readSites({ ...site, duration_seconds: 720, visit_count: 3 })).toEqual([
      { ...row, ...none, startMs: slotMs - quarterHourMs, activeMs: 2 * minuteMs, count: 0 },
      { ...row, ...none, startMs: slotMs, activeMs: 10 * minuteMs, count: 3 },
    ]);
    expect(readSites({ ...site, duration_seconds: 60 })).toMatchObject([{ activeMs: minuteMs, count: 0 }]);
    expect(readSites({ ...site, visit_count: 1 })).toMatchObject([{ activeMs: 0, count: 1 }]);
    expect(readSites({ ...site, duration_seconds: 0, visit_count: 0 })).toEqual([]);
  });

  it('count for listed domains only, and nothing else is an event', () => {
    for (const domain of ['example.org', 7, null, undefined, ['claude.ai']]) {
      expect(readSites({ ...site, domain, visit_count: 1 })).toEqual([]);
    }
    expect(readSites(...hostile)).toEqual([]);
  });

  it('are of a browser that is known, else of Chrome', () => {
    const browserOf = (browser: unknown) => readSites({ ...site, browser, visit_count: 1 })[0]?.via;
    const known = ['chrome', 'chromium', 'edge', 'brave', 'arc', 'vivaldi', 'opera', 'firefox', 'safari'];
    expect(known.map(browserOf)).toEqual(known);
    expect(['netscape', '', 7, null, ['edge']].map(browserOf)).toEqual(Array.from({ length: 5 }, () => 'chrome'));
  });

  it('have at most what a day has, and no number below zero', () => {
    const timeOf = (duration: unknown) =>
      readSites({ ...site, duration_seconds: duration }).reduce((sum, { activeMs }) => sum + activeMs, 0);
    expect([1e9, 86_401, 3_600].map(timeOf)).toEqual([dayMs, dayMs, hourMs]);
    expect([-5, Number.NaN, Infinity, '60', null].map(timeOf)).toEqual([0, 0, 0, 0, 0]);
    const countOf = (visits: unknown) => readSites({ ...site, visit_count: visits })[0]?.count;
    expect([2.4, 2.6, 1e9].map(countOf)).toEqual([2, 3, 100_000]);
  });

  it('end when they say, if that is within the last thirty days, else now', () => {
    const endOf = (endedAt: unknown) => readSites({ ...site, visit_count: 1, ended_at: endedAt })[0]?.startMs;
    expect(endOf(nowMs - dayMs)).toBe(slotMs - dayMs);
    expect(endOf(nowMs)).toBe(slotMs);
    expect(endOf(nowMs - 30 * dayMs + 1)).toBe(slotMs - 30 * dayMs);
    for (const wrong of [nowMs - 30 * dayMs, nowMs + dayMs, 0, Number.NaN, String(nowMs - dayMs), null]) {
      expect(endOf(wrong)).toBe(slotMs);
    }
  });

  it('of one quarter of an hour are added up', () => {
    const event = { ...site, duration_seconds: 30, visit_count: 1 };
    expect(readSites(event, event)).toMatchObject([{ activeMs: minuteMs, count: 2 }]);
  });
});

describe('events about requests', () => {
  it('have their tokens, in the quarter of an hour in which they ended', () => {
    expect(readApis({ ...api, requests: 3, input_tokens: 100, output_tokens: 20, ended_at: nowMs - hourMs })).toEqual([
      {
        ...{ kind: 'api', name: 'claude-web', via: 'claude-sonnet-4-5', origin: 'extension', activeMs: 0 },
        ...{ startMs: slotMs - hourMs, grainMs: quarterHourMs, count: 3, inputTokens: 100, outputTokens: 20 },
      },
    ]);
  });

  it('are at least one request, and have at most as many tokens as anybody has', () => {
    expect([undefined, 0, -3, 'many'].map((requests) => readApis({ ...api, requests })[0]?.count)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(readApis({ ...api, input_tokens: 1e12, output_tokens: -1 })).toMatchObject([
      { inputTokens: 100_000_000, outputTokens: 0 },
    ]);
  });

  it('are of another tool where it is not a known one', () => {
    const toolOf = (tool: unknown) => readApis({ ...api, tool })[0]?.name;
    expect(['gemini-web', 'evil', '', 7, null].map(toolOf)).toEqual(['gemini-web', 'other', 'other', 'other', 'other']);
  });

  it('have no model where what is said is none, or too long, or may be a text', () => {
    const modelOf = (model: unknown) => readApis({ ...api, model })[0]?.via;
    expect(['gpt-5', 'org/a:b@c.d_1', 'x'.repeat(100)].map(modelOf)).toEqual([
      'gpt-5',
      'org/a:b@c.d_1',
      'x'.repeat(100),
    ]);
    for (const none of ['unknown', '', 'x'.repeat(101), 'two words', '<b>', 'a\nb', 7, null, ['gpt-5']]) {
      expect(modelOf(none)).toBe('');
    }
  });

  it('are those of that type, and nothing else is an event', () => {
    expect(readApis({ ...api, type: 'other' }, { tool: 'claude-web' }, ...hostile)).toEqual([]);
  });
});
