import { describe, expect, it } from 'vitest';
import { createUsageFilter, toFilterFields } from '../../../../../../main/node/engine/usage/filter-usage.ts';
import { filterFields, groupFields } from '../../../../../../shared/domain/profile-fields.ts';
import type { UsageFilter } from '../../../../../../shared/domain/usage-filter.ts';
import { makeCell } from '../../../../../support/make-cell.ts';

function passes(filter: UsageFilter, project: string | null, model = 'claude-opus-4-8'): boolean {
  return createUsageFilter(filter)?.(makeCell({ project, model })) ?? true;
}

describe('createUsageFilter', () => {
  it.each([
    ['shop', '/home/ada/shop', true],
    ['shop', '/home/ada/shop-old', false],
    ['shop*', '/home/ada/shop-old', true],
    ['/home/ada/shop', '/home/ada/shop', true],
    ['/home/ada/*', '/home/ada/shop', true],
    ['/home/ada/*', '/home/ada/clients/shop', false],
    ['/home/ada/**', '/home/ada/clients/shop', true],
    ['**/clients/**', '/home/ada/clients/shop', true],
    ['{shop,blog}', '/home/ada/blog', true],
    ['sho?', '/home/ada/shop', true],
    ['.config', '/home/ada/.config', true],
    ['Shop', '/home/ada/shop', false],
    ['C:/Users/ada/*', 'C:\\Users\\ada\\shop', true],
    ['shop', 'C:\\Users\\ada\\shop', true],
  ])('compares %s with the project %s: %s', (glob, project, result) => {
    expect(passes({ projects: glob }, project)).toBe(result);
    expect(passes({ excludedProjects: glob }, project)).toBe(!result);
  });

  it('finds usage without a project only where the filter has no project', () => {
    expect(passes({ projects: '**' }, null)).toBe(false);
    expect(passes({ excludedProjects: '**' }, null)).toBe(true);
  });

  it('gives exclusions precedence, and combines projects with models', () => {
    expect(passes({ projects: 'shop*', excludedProjects: '*-old' }, '/p/shop-old')).toBe(false);
    expect(passes({ projects: 'shop', models: 'gpt-*' }, '/p/shop')).toBe(false);
    expect(passes({ models: 'claude-*\ngpt-*' }, null)).toBe(true);
    expect(passes({ models: 'claude-opus-4-8' }, null, 'claude-opus-4-8-20260101')).toBe(false);
  });

  it.each(filterFields)('compares the $name with the globs of $filter', ({ name, filter }) => {
    const passesOne = createUsageFilter({ [filter]: 'one\ntwo*' });
    for (const [value, result] of [
      ['one', true],
      ['two-and-more', true],
      ['one-more', false],
    ] as const) {
      expect(passesOne?.(makeCell({ [name]: value }))).toBe(result);
    }
    const fields = toFilterFields({ [filter]: 'one' });
    expect(fields).toEqual((groupFields as readonly string[]).includes(name) ? [name] : []);
  });

  it('knows this machine as local, and no account by no name', () => {
    const cells = [null, 'wsl:Ubuntu', 'wsl:Debian'].map((device) => makeCell({ device }));
    const devicesOf = (devices: string) =>
      cells.filter(createUsageFilter({ devices }) ?? (() => true)).map(({ device }) => device);
    expect(devicesOf('local')).toEqual([null]);
    expect(devicesOf('wsl:*')).toEqual(['wsl:Ubuntu', 'wsl:Debian']);
    expect(devicesOf('*')).toEqual([null, 'wsl:Ubuntu', 'wsl:Debian']);
    expect(createUsageFilter({ accounts: '*' })?.(makeCell({ account: null }))).toBe(false);
    expect(toFilterFields({ excludedProjects: 'a', devices: 'local' })).toEqual(['project', 'device']);
  });

  it('is null when there is nothing to filter by', () => {
    expect(createUsageFilter({})).toBeNull();
    expect(createUsageFilter({ projects: '' })?.(makeCell({}))).toBe(false);
  });
});
