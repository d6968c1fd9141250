import { describe, expect, it } from 'vitest';
import { readDesktopHistory } from '../../../../../shared/sources/claude-code/desktop-history.ts';
import { toModelName } from '../../../../../shared/sources/claude-code/limit-windows.ts';
import { readUsageCache } from '../../../../../shared/sources/claude-code/usage-cache.ts';
import { limitsInShort as inShort } from '../../../../support/limits-in-short.ts';

const atMs = Date.parse('2026-05-04T09:00:00Z');
const resetsAt = '2026-05-04T12:00:00.300+00:00';

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

it('takes no address for the name of a model', () => {
  expect(toModelName({ model: { display_name: 'ada@example.com', id: 'claude-opus' } })).toBe('claude-opus');
  expect(toModelName({ model: { display_name: 'Opus', id: null } })).toBe('Opus');
  expect(toModelName({ model: { id: 'ada@example.com' } })).toBeNull();
});
