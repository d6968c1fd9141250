import { describe, expect, it } from 'vitest';
import { createAppMatcher, listedApps } from '../../../../shared/activity/app-table.ts';

const app = (id: string, ...names: readonly string[]) =>
  ({ id, label: id, category: 'chat', usdPerHour: null, names }) as const;
const match = createAppMatcher([app('one', 'one', 'shared'), app('other', 'Other.exe', 'shared')]);

describe('the apps that are counted', () => {
  it('have an id each, and names under which nothing else is found', () => {
    const ids = listedApps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const find = createAppMatcher(listedApps);
    for (const { id, names } of listedApps) {
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect(find([name])?.id).toBe(id);
    }
  });
});

describe('the app of a window', () => {
  it('is the first that has one of its names, in any case, with or without `.exe`', () => {
    const idOf = (...names: readonly string[]) => match(names)?.id ?? null;
    expect(idOf('ONE')).toBe('one');
    expect(idOf('One.EXE')).toBe('one');
    expect(idOf('other')).toBe('other');
    expect(idOf('unknown', ' other ')).toBe('other');
    expect(idOf('other', 'one')).toBe('other');
    // Two have it: the first counts.
    expect(idOf('shared')).toBe('one');
  });

  it('is none for all others', () => {
    for (const names of [[], [''], ['one.exe.bak'], ['onion'], ['one.exec']]) expect(match(names)).toBeNull();
  });
});
