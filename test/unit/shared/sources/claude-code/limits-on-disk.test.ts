import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../../../../shared/domain/log-record.ts';
import { createCaptureReader, captureSchema } from '../../../../../shared/sources/claude-code/captures.ts';
import { readDesktopHistory } from '../../../../../shared/sources/claude-code/desktop-history.ts';
import { readLimitMessage } from '../../../../../shared/sources/claude-code/limit-message.ts';
import { readUsageCache } from '../../../../../shared/sources/claude-code/usage-cache.ts';
import { toTextLine } from '../../../../support/text-line.ts';

const atMs = Date.parse('2026-05-04T09:00:00Z');
const resetsAt = '2026-05-04T12:00:00.300+00:00';

/** Records in short: scope, percentage and reset of readings, reasons of skips. */
const inShort = (records: readonly LogRecord[]) =>
  records.map((record) => {
    if (record.kind !== 'limit') return record.kind === 'skip' ? record.reason : record.kind;
    const { id, usedPercent, resetsAtMs } = record.reading;
    return [id.scope, usedPercent, resetsAtMs === null ? null : new Date(resetsAtMs).toISOString().slice(0, 16)];
  });

describe('the cached answer in the settings file', () => {
  const cache = (utilization: object, rest: object = {}) =>
    readUsageCache({ cachedUsageUtilization: { fetchedAtMs: atMs, accountUuid: 'a', utilization, ...rest } });

  it('is read by its named windows where it lists none', () => {
    const found = cache({
      five_hour: { utilization: 46, resets_at: resetsAt },
      seven_day: { utilization: 12, resets_at: null },
      seven_day_opus: { utilization: 33, resets_at: null },
      seven_day_sonnet: null,
    });
    expect(inShort(found)).toEqual([
      ['5h', 46, '2026-05-04T12:00'],
      ['7d', 12, null],
      ['7d opus', 33, null],
    ]);
  });

  it('is not read twice where it names a window in both ways, but completed where it lists only some', () => {
    const listed = { kind: 'session', percent: 50, resets_at: resetsAt };
    expect(inShort(cache({ five_hour: { utilization: 49 }, seven_day: { utilization: 7 }, limits: [listed] }))).toEqual(
      [
        ['5h', 50, '2026-05-04T12:00'],
        ['7d', 7, null],
      ],
    );
  });

  it.each([
    ['no time', { fetchedAtMs: null }],
    ['a time in seconds', { fetchedAtMs: atMs / 1000 }],
  ])('with %s is refused and counted', (_what, rest) => {
    expect(inShort(cache({ five_hour: { utilization: 46 } }, rest))).toEqual(['bad-limit']);
  });

  it('names the organisation as account and its plan only while that account is logged in', () => {
    const cached = { fetchedAtMs: atMs, accountUuid: 'a', utilization: { five_hour: { utilization: 1 } } };
    const login = {
      organizationUuid: 'o',
      organizationType: 'claude_pro',
      organizationRateLimitTier: 'default_claude_ai',
    };
    const readingOf = (oauthAccount: object | undefined) => {
      const [record] = readUsageCache({ cachedUsageUtilization: cached, oauthAccount });
      return record?.kind === 'limit' ? record.reading : null;
    };
    const own = readingOf({ ...login, accountUuid: 'a' });
    const other = readingOf({ ...login, accountUuid: 'b' });
    expect([own?.planType, other?.planType]).toEqual(['claude_pro', null]);
    expect(own?.id.account).not.toBe(other?.id.account);
    expect(readingOf(undefined)?.id.account).toBe(other?.id.account);
    const [sample] = readDesktopHistory({ samples: [{ t: atMs, org: 'O', u: { fh: 1 } }] });
    expect(sample?.kind === 'limit' ? sample.reading.id.account : null).toBe(own?.id.account);
  });

  it('keeps no address and no name', () => {
    const secret = { emailAddress: 'ada@example.com', displayName: 'Ada', organizationName: 'Ada & Co' };
    const cached = { fetchedAtMs: atMs, accountUuid: 'acc-uuid', utilization: { five_hour: { utilization: 1 } } };
    const found = JSON.stringify(
      readUsageCache({ cachedUsageUtilization: cached, oauthAccount: { ...secret, accountUuid: 'acc-uuid' } }),
    );
    for (const text of ['ada', 'Ada', 'acc-uuid']) expect(found).not.toContain(text);
  });

  it('counts what is paid beyond the plan only while that is on, and dollars only', () => {
    const spend = {
      enabled: true,
      percent: 102,
      used: { amount_minor: 5125, currency: 'USD', exponent: 2 },
      limit: { amount_minor: 5000, currency: 'USD', exponent: 2 },
    };
    const [record] = cache({ spend });
    expect(record).toMatchObject({
      reading: {
        id: { scope: 'spend' },
        usedPercent: 100,
        amount: { unit: 'usd', used: 51.25, limit: 50, remaining: 0 },
      },
    });
    expect(cache({ spend: { ...spend, enabled: false } })).toEqual([]);
    const [euros] = cache({ spend: { ...spend, used: { amount_minor: 1, currency: 'EUR', exponent: 2 } } });
    expect(euros).toMatchObject({ reading: { amount: null, usedPercent: 100 } });
    expect(inShort(cache({ extra_usage: { is_enabled: true, utilization: 20 } }))).toEqual([['spend', 20, null]]);
  });
});

describe('captures of the status line', () => {
  const capture = (sessionId: string, minute: number, used: unknown, context = 1) =>
    JSON.stringify({
      schema: captureSchema,
      atMs: atMs + minute * 60_000,
      sessionId,
      rateLimits: { five_hour: { used_percentage: used, resets_at: Date.parse(resetsAt) / 1000 } },
      contextWindow: { used_percentage: context },
    });
  const readAll = (lines: readonly string[], reader = createCaptureReader(null)) =>
    inShort(lines.flatMap((line) => reader.read(toTextLine(line))));

  it('are readings where they say something new, not where a line is drawn again', () => {
    const reader = createCaptureReader(null);
    expect(
      readAll([capture('a', 0, 10), capture('a', 1, 10), capture('b', 2, 30), capture('a', 3, 10)], reader),
    ).toEqual([
      ['5h', 10, '2026-05-04T12:00'],
      ['5h', 30, '2026-05-04T12:00'],
    ]);
    // A response that changed no percentage is an observation, too.
    expect(readAll([capture('a', 4, 10, 2)], reader)).toHaveLength(1);
    const resumed = createCaptureReader(reader.state());
    expect(readAll([capture('a', 5, 10, 2), capture('b', 6, 30)], resumed)).toEqual([]);
  });

  it('hold windows each by itself, and a spend limit that may be exceeded', () => {
    const line = JSON.stringify({
      schema: captureSchema,
      atMs,
      sessionId: 'a',
      rateLimits: {
        seven_day: { used_percentage: 1_780_000_000, resets_at: 1 },
        spend_limit: { used_percentage: 130, used_usd: 65, limit_usd: 50, resets_at: null },
      },
    });
    expect(readAll([line])).toEqual(['bad-limit', ['spend', 100, null]]);
  });

  it.each([
    ['{"schema":"fuelgauge.capture.v2","rateLimits":{}}', []],
    ['{"schema":"fuelgauge.capture.v1","rateLimits":null}', []],
    ['{"schema":"fuelgauge.capture.v1","rateLimits":{"five_hour":{"used_percentage":1}}}', ['no-timestamp']],
    ['{"schema":"fuelgauge.capture.v1","rate', ['not-json']],
  ])('%s yields %j', (line, expected) => {
    expect(readAll([line])).toEqual(expected);
  });

  it('remember no more than a few sessions', () => {
    const reader = createCaptureReader(null);
    for (let index = 0; index < 100; index++) reader.read(toTextLine(capture(`s${index}`, index, 1)));
    expect(reader.state()).toHaveLength(32);
  });
});

describe('the message of a reached limit', () => {
  const read = (text: unknown) =>
    inShort(readLimitMessage({ message: { content: [{ type: 'text', text }] } }, atMs, null));

  it.each([
    ["You've hit your limit · resets 3pm (Africa/Nairobi)", ['5h', 100, '2026-05-04T12:00']],
    ['You’ve hit your limit · resets 2am (UTC)', ['7d', 100, '2026-05-05T02:00']],
    ["You've hit your session limit · resets 1:30pm (UTC)", ['5h', 100, '2026-05-04T13:30']],
    ["You've hit your weekly limit · resets 3pm (UTC)", ['7d', 100, '2026-05-04T15:00']],
    ["You've reached your usage limit · resets 12pm (UTC)", ['5h', 100, '2026-05-04T12:00']],
    ["You've hit your Opus limit · resets May 8 at 12am (UTC)", ['7d opus', 100, '2026-05-08T00:00']],
    ['5-hour limit reached ∙ resets 11:00 (UTC)', ['5h', 100, '2026-05-04T11:00']],
    ['Opus weekly limit reached ∙ resets May 8, 3pm (UTC)', ['7d opus', 100, '2026-05-08T15:00']],
    ['Claude AI usage limit reached|1777892400', ['5h', 100, '2026-05-04T11:00']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    'Session limit reached ∙ resets 11pm',
    "You've hit your limit · resets 3pm (Europe/Atlantis)",
    "You've hit your limit · resets 13pm (UTC)",
    "You've hit your limit",
    "You've hit your limit · resets Foo 8, 3pm (UTC)",
  ])('%s does not say until when', (text) => {
    expect(read(text)).toEqual(['limit-without-reset']);
  });

  it.each([
    "You've hit your monthly spend limit · raise it in the settings",
    'Credit balance is too low',
    'API Error: 529 limit reached, resets 3pm (UTC)',
    'I would say: Session limit reached ∙ resets 3pm (UTC)',
    'x'.repeat(600),
    5,
    null,
  ])('%s is about something else', (text) => {
    expect(read(text)).toEqual([]);
  });
});
