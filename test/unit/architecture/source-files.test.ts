import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const isSource = (path: string): boolean => /\.(ts|svelte|css|mjs|cjs|js)$/.test(path);

function listFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

const sources = ['shared', 'main', 'renderer', 'build', 'test'].flatMap(listFiles).filter(isSource);
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('source files', () => {
  it('are found', () => {
    expect(sources.length).toBeGreaterThan(100);
  });

  it('have at most 500 lines', () => {
    expect(sources.filter((path) => read(path).split('\n').length > 501)).toEqual([]);
  });

  it('are named in kebab-case, components in PascalCase', () => {
    const isWellNamed = (path: string): boolean => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return name.endsWith('.svelte')
        ? /^[A-Z][A-Za-z0-9]*\.svelte$/.test(name)
        : /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name);
    };
    expect(sources.filter((path) => !isWellNamed(path))).toEqual([]);
  });

  it('contain tests only in test/', () => {
    expect(sources.filter((path) => !path.startsWith('test/') && /\.(test|spec)\./.test(path))).toEqual([]);
  });

  it('skip no test', () => {
    const skips = /\b(it|test|describe|suite)(\.(each|concurrent|sequential|for))*\.(only|skip|todo|fails)\b/;
    expect(sources.filter((path) => path.startsWith('test/') && skips.test(read(path)))).toEqual([]);
  });

  it('disable no check', () => {
    const directive = /eslint-(disable|enable)|@ts-(ignore|nocheck|expect-error)/;
    const own = 'test/unit/architecture/';
    expect(sources.filter((path) => !path.startsWith(own) && directive.test(read(path)))).toEqual([]);
  });
});
