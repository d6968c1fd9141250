import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(join(root, '.github/ARCHITECTURE.md'), 'utf8');
const tree = page.slice(page.indexOf('```\nshared/'), page.indexOf('## The flow'));

/** Folders whose subfolders a newcomer looks for. */
const parents = [
  ...['shared', 'main/node', 'main/node/engine', 'main/node/host', 'main/node/ingest', 'main/node/store'],
  ...['main/server', 'main/electron', 'renderer'],
];

describe('ARCHITECTURE.md', () => {
  it.each(parents)('shows every folder of %s in its tree', (parent) => {
    const folders = readdirSync(join(root, parent), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.length).toBeGreaterThan(0);
    expect(folders.map(({ name }) => name).filter((name) => !tree.includes(` ${name}/`))).toEqual([]);
  });
});
