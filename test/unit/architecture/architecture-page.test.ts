import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(join(root, '.github/ARCHITECTURE.md'), 'utf8');

/** The folder that must exist, of a path in which something stands for a name: `main/node/channels/<channel>/`. */
function toFixedPart(path: string): string {
  return path.includes('<') ? path.slice(0, path.lastIndexOf('/', path.indexOf('<'))) : path;
}

describe('ARCHITECTURE.md', () => {
  it('names only files and folders that exist', () => {
    const named = [...page.matchAll(/`((?:shared|main|renderer|test|build|\.github)\/[\w./<>-]+)`/g)].map(
      (match) => match[1]!,
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => path.includes('<')).length).toBeGreaterThan(5);
    expect([...new Set(named)].filter((path) => !existsSync(join(root, toFixedPart(path))))).toEqual([]);
  });

  it('shows every folder of shared in its tree', () => {
    const tree = page.slice(page.indexOf('shared/  '), page.indexOf('\nmain/\n'));
    const folders = readdirSync(join(root, 'shared'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !tree.includes(`\n  ${name}/`))).toEqual([]);
  });
});
