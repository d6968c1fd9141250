import { describe, expect, it } from 'vitest';
import { createUsageFilter } from '../../../../../main/node/engine/filter-usage.ts';
import type { UsageFilter } from '../../../../../shared/domain/usage-filter.ts';

function passes(filter: UsageFilter, project: string | null, model = 'claude-opus-4-8'): boolean {
  return createUsageFilter(filter)?.({ project, model }) ?? true;
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

  it('finds usage without a project only where none is asked for', () => {
    expect(passes({ projects: '**' }, null)).toBe(false);
    expect(passes({ excludedProjects: '**' }, null)).toBe(true);
  });

  it('lets an exclusion win, and combines projects with models', () => {
    expect(passes({ projects: 'shop*', excludedProjects: '*-old' }, '/p/shop-old')).toBe(false);
    expect(passes({ projects: 'shop', models: 'gpt-*' }, '/p/shop')).toBe(false);
    expect(passes({ models: 'claude-*\ngpt-*' }, null)).toBe(true);
    expect(passes({ models: 'claude-opus-4-8' }, null, 'claude-opus-4-8-20260101')).toBe(false);
  });

  it('is nothing when nothing is asked for', () => {
    expect(createUsageFilter({})).toBeNull();
    expect(createUsageFilter({ projects: '' })?.({ project: '/p', model: 'm' })).toBe(false);
  });
});
