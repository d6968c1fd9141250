import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openLeftBehind } from '../../../../../../main/node/engine/processes/left-behind.ts';
import type { OrphanMemory } from '../../../../../../shared/processes/orphans.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
let folder = '';
const session = { source: 'codex', sessionId: 's', confidence: 'certain', evidence: 'open-file' } as const;
const origin = (agentGoneAtMs: number | null) => ({ agent: 'codex', label: 'Codex', session, agentGoneAtMs });
const memory: OrphanMemory = new Map([
  ['7/1000', origin(5_000)],
  ['8/2000', origin(null)],
]);
const file = (): string => path.join(folder, 'left-behind.json');

beforeEach(() => {
  folder = makeFolder();
});

describe('what agents left behind', () => {
  it('is known to a command line and to the next host, without what still belongs to an agent', () => {
    openLeftBehind(folder, () => true).note(memory);
    const left = new Map([['7/1000', origin(5_000)]]);
    for (const isKeeper of [false, true]) {
      expect(openLeftBehind(folder, () => isKeeper).addKnown(new Map())).toEqual(left);
    }
    expect(readFileSync(file(), 'utf8')).not.toContain('8/2000');
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is written by the host that watches alone, and only where it has changed', () => {
    openLeftBehind(folder, () => false).note(memory);
    expect(() => statSync(file())).toThrow('ENOENT');
    const keeper = openLeftBehind(folder, () => true);
    keeper.addKnown(new Map());
    keeper.note(new Map([['8/2000', origin(null)]]));
    expect(() => statSync(file())).toThrow('ENOENT');
    keeper.note(memory);
    writeFileSync(file(), 'as it is');
    keeper.note(new Map(memory));
    expect(readFileSync(file(), 'utf8')).toBe('as it is');
    // It has ended.
    keeper.note(new Map());
    expect(openLeftBehind(folder, () => false).addKnown(new Map())).toEqual(new Map());
  });

  it('is nothing where the file is none of ours', () => {
    for (const text of ['', '{', '[]', '{"schema":1,"processes":{"7/1":{"agent":1}}}', '{"schema":2,"processes":{}}']) {
      writeFileSync(file(), text);
      expect(openLeftBehind(folder, () => false).addKnown(new Map())).toEqual(new Map());
    }
  });
});
