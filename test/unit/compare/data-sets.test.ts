import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDataSets, placeDataSet } from '../../compare/data-sets.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

function makeHome(...files: readonly string[]): string {
  const home = makeFolder();
  for (const file of files) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), file);
  }
  return home;
}

describe('data sets below a folder', () => {
  it('are one for each agent of a home, and the parts of a home that are recognised by name', () => {
    const folder = makeHome(
      'home/.qwen/projects/p/chats/a.jsonl',
      'home/.local/share/opencode/opencode.db',
      'logs/codex/sessions/a.jsonl',
      'other/tasks/1/ui_messages.json',
    );
    expect(findDataSets(folder).map(({ name, agent }) => `${name}: ${agent.source}`)).toEqual([
      'home (opencode): opencode',
      'home (qwen): qwen-code',
      'logs/codex (codex): codex',
    ]);
  });

  it('are never none', () => {
    expect(() => findDataSets(makeHome('notes.txt'))).toThrow('holds no logs');
  });
});

describe('a data set in a home', () => {
  it('is a copy of its logs, without the credentials beside them', () => {
    const folder = makeHome(
      '.local/share/opencode/opencode.db',
      '.local/share/opencode/opencode.db-wal',
      '.local/share/opencode/auth.json',
    );
    const home = makeFolder();
    for (const dataSet of findDataSets(folder)) placeDataSet(dataSet, home);
    const place = join(home, '.local/share/opencode');
    expect(readFileSync(join(place, 'opencode.db-wal'), 'utf8')).toBe('.local/share/opencode/opencode.db-wal');
    expect(lstatSync(join(place, 'opencode.db')).isSymbolicLink()).toBe(false);
    expect(existsSync(join(place, 'auth.json'))).toBe(false);
  });

  it('is a link where a folder may be large', () => {
    const folder = makeHome('.claude/projects/p/a.jsonl');
    const home = makeFolder();
    for (const dataSet of findDataSets(folder)) placeDataSet(dataSet, home);
    expect(lstatSync(join(home, '.claude')).isSymbolicLink()).toBe(true);
    expect(existsSync(join(home, '.claude/projects/p/a.jsonl'))).toBe(true);
  });
});
