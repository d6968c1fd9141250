import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  addOwnApp,
  addOwnSite,
  describeOwnRate,
  emptyEntry,
  parseHourlyRate,
  setOwnRate,
  toRateOptions,
} from '../../../../../../renderer/features/settings/activity/activity-entries.ts';
import type { ListedActivity } from '../../../../../../shared/domain/listed-activity.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import { settingSchemas, type Settings } from '../../../../../../shared/settings/schema.ts';

const { activity } = defaultSettings;
const isValid = (patch: Partial<Settings['activity']>): boolean =>
  v.is(settingSchemas.activity, { ...activity, ...patch });
const listed: ListedActivity = {
  ratesDate: '2026-11-26',
  entries: [
    { kind: 'site', name: 'claude.ai', label: 'Claude', category: 'chat', usdPerHour: 0.6 },
    { kind: 'app', name: 'own:Mine', label: 'Mine', category: 'code', usdPerHour: null },
    { kind: 'app', name: 'own:Mine', label: 'Mine', category: 'code', usdPerHour: 2 },
  ],
};

describe('a further site', () => {
  it.each([
    ['example.com', 'example.com'],
    [' HTTPS://www.Example.com/ ', 'example.com'],
    ['example.com/chat/', 'example.com/chat'],
    ['https://Example.com/Team/@Ai', 'example.com/Team/@Ai'],
    ['a.b-c.example.co.uk', 'a.b-c.example.co.uk'],
  ])('%j is the domain %s, and valid', (name, domain) => {
    const added = addOwnSite(activity, { ...emptyEntry, name, rate: '0.25', category: 'code' });
    expect(added).toEqual({ ok: true, value: [{ domain, label: domain, category: 'code', usdPerHour: 0.25 }] });
    expect(added.ok && isValid({ ownSites: added.value })).toBe(true);
  });

  it.each(['', 'localhost', 'example.com?q=1', 'ex ample.com', 'http://user@example.com', 'a'.repeat(300) + '.com'])(
    'refuses %j',
    (name) => {
      expect(addOwnSite(activity, { ...emptyEntry, name }).ok).toBe(false);
    },
  );

  it('is refused when it is known, or the list is full', () => {
    const site = (domain: string) => ({ domain, label: domain, category: 'chat' as const, usdPerHour: 0 });
    const full = Array.from({ length: 50 }, (_, index) => site(`s${index}.example`));
    expect(addOwnSite({ ...activity, ownSites: full.slice(0, 2) }, { ...emptyEntry, name: 's1.example' }).ok).toBe(
      false,
    );
    const last = addOwnSite({ ...activity, ownSites: full.slice(1) }, { ...emptyEntry, name: 'last.example' });
    expect(last.ok && isValid({ ownSites: last.value })).toBe(true);
    expect(addOwnSite({ ...activity, ownSites: full }, { ...emptyEntry, name: 'last.example' }).ok).toBe(false);
  });
});

describe('a further app', () => {
  it('has the name of its program unless it gets another', () => {
    const added = addOwnApp(activity, { ...emptyEntry, name: ' my-app ', rate: '$ 1' });
    expect(added).toEqual({
      ok: true,
      value: [{ name: 'my-app', label: 'my-app', category: 'chat', usdPerHour: 1 }],
    });
    expect(added.ok && isValid({ ownApps: added.value })).toBe(true);
    const named = addOwnApp(activity, { ...emptyEntry, name: 'my-app', label: 'Mine' });
    expect(named.ok && named.value[0]?.label).toBe('Mine');
  });

  it('is refused without a name, with a bad rate, and twice', () => {
    expect(addOwnApp(activity, emptyEntry).ok).toBe(false);
    expect(addOwnApp(activity, { ...emptyEntry, name: 'a', rate: 'x' }).ok).toBe(false);
    const ownApps = [{ name: 'My-App', label: 'Mine', category: 'chat' as const, usdPerHour: 0 }];
    expect(addOwnApp({ ...activity, ownApps }, { ...emptyEntry, name: 'my-app' }).ok).toBe(false);
  });
});

describe('own rates', () => {
  it.each([
    ['0.5', 0.5],
    ['$ 2', 2],
    ['.25', 0.25],
    ['1000', 1000],
    ['0,5', 0.5],
  ])('%j is %d', (text, value) => expect(parseHourlyRate(text)).toEqual({ ok: true, value }));

  it.each(['1,000', '-1', '1001', 'free', '1e2'])('refuse %j', (text) => expect(parseHourlyRate(text).ok).toBe(false));

  it('replace one of the same name, and need a number', () => {
    const before = { ...activity, rates: [{ name: 'Claude.ai', usdPerHour: 1 }] };
    const after = setOwnRate(before, 'claude.ai', '2');
    expect(after).toEqual({ ok: true, value: [{ name: 'claude.ai', usdPerHour: 2 }] });
    expect(after.ok && isValid({ rates: after.value })).toBe(true);
    expect(setOwnRate(before, 'claude.ai', ' ').ok).toBe(false);
  });

  it('are described beside what they replace, and marked as estimates', () => {
    expect(describeOwnRate({ name: 'claude.ai', usdPerHour: 2 }, listed)).toBe(
      '$2 per hour, your own estimate (otherwise $0.60 per hour)',
    );
    expect(describeOwnRate({ name: 'gone.example', usdPerHour: 2 }, null)).toBe('$2 per hour, your own estimate');
  });

  it('can be set once for each name', () => {
    expect(toRateOptions(listed)).toEqual([
      { value: 'claude.ai', label: 'Claude (claude.ai): $0.60 per hour' },
      { value: 'own:Mine', label: 'Mine (own:Mine)' },
    ]);
  });
});
