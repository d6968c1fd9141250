import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';

const folder = join(repositoryRoot, '.github');
const [, guaranteed = ''] = /^## What is guaranteed$(.*?)^## /ms.exec(
  readFileSync(join(folder, 'SECURITY.md'), 'utf8'),
) ?? [''];
const promises = guaranteed
  .split(/^(?=- |### )/m)
  .filter((item) => item.startsWith('- '))
  .map((item) => item.slice(2).replace(/\s+/g, ' '));

describe('SECURITY.md', () => {
  it('makes promises', () => {
    expect(promises.length).toBeGreaterThan(10);
  });

  it.each(promises)('names tests that exist for: %s', (promise) => {
    const links = [...promise.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links).not.toEqual([]);
    for (const link of links) {
      expect(link).toMatch(/\.test\.ts$/);
      expect(existsSync(join(folder, link)), link).toBe(true);
    }
  });
});
