import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sources } from '../../../shared/sources/registry.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'shared/sources');
const ids = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'lib')
  .map((entry) => entry.name);

const productFiles = ['shared', 'main', 'renderer']
  .flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).map((path) => join(place, path)),
  )
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|svelte)$/.test(path));

/** Product files outside the agents' own folders that match a pattern. */
function findFiles(pattern: RegExp): readonly string[] {
  return productFiles
    .filter((path) => !ids.some((id) => path.startsWith(`shared/sources/${id}/`)))
    .filter((path) => pattern.test(readFileSync(join(root, path), 'utf8')))
    .sort();
}

/** The id as a string; comments do not quote it like this. */
const toQuoted = (id: string): RegExp => new RegExp(`['"]${id}['"]`);

/** Dated data may name an agent, and so may the step from an old schema, whose rows do; other code may not. */
const data = /^(shared\/processes\/agents|shared\/analytics\/plans|main\/node\/store\/old-limits)\.ts$/;

describe('every source', () => {
  it('is a folder with a description, registered under its name', () => {
    expect(sources.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(ids.filter((id) => !existsSync(join(folder, id, 'README.md')))).toEqual([]);
    expect(ids.filter((id) => !existsSync(join(folder, id, 'descriptor.ts')))).toEqual([]);
  });

  it('has golden cases', () => {
    expect(ids.filter((id) => !existsSync(join(root, 'test/fixtures/logs', id)))).toEqual([]);
  });

  it.each(ids)('is known outside its folder only to the registry: %s', (id) => {
    expect(findFiles(new RegExp(`sources/${id}/|\\./${id}/`))).toEqual(['shared/sources/registry.ts']);
    expect(findFiles(toQuoted(id)).filter((path) => !data.test(path))).toEqual([]);
  });

  it('would be noticed if code named it', () => {
    expect(findFiles(toQuoted('codex'))).toContain('shared/processes/agents.ts');
  });
});
