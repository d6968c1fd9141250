import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale } from '../../../../build/lib/freshness.ts';
import { repositoryRoot } from '../../../../build/lib/paths.ts';

describe('isStale', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const touch = (name: string, seconds: number): void => utimesSync(at(name), seconds, seconds);

  beforeEach(() => {
    mkdirSync(join(repositoryRoot, 'test-results'), { recursive: true });
    folder = relative(repositoryRoot, mkdtempSync(join(repositoryRoot, 'test-results', 'fresh-')));
    mkdirSync(at('source/inner'), { recursive: true });
    for (const file of ['source/inner/a.ts', 'out.js', 'page.html']) writeFileSync(at(file), '');
    for (const path of ['source/inner/a.ts', 'source/inner', 'source']) touch(path, 1000);
    for (const path of ['out.js', 'page.html']) touch(path, 2000);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const check = (): boolean => isStale([at('out.js'), at('page.html')], [at('source')]);

  it('is false if every output is newer than every input', () => {
    expect(check()).toBe(false);
  });

  it('notices a change deep inside a folder', () => {
    touch('source/inner/a.ts', 3000);
    expect(check()).toBe(true);
  });

  it('notices a removed file', () => {
    rmSync(at('source/inner/a.ts'));
    expect(check()).toBe(true);
  });

  it('notices an output that is missing or older than the others', () => {
    touch('page.html', 500);
    expect(check()).toBe(true);
    rmSync(at('page.html'));
    expect(check()).toBe(true);
  });
});
