import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../../../../main/node/system/replace-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuelgauge-replace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('replaceFile', () => {
  it('replaces a file, or creates it with its folder, and leaves nothing beside it', async () => {
    const file = join(folder, 'a', 'b.json');
    await replaceFile(file, 'old');
    await replaceFile(file, 'new');
    expect([readFileSync(file, 'utf8'), readdirSync(join(folder, 'a'))]).toEqual(['new', ['b.json']]);
  });

  it.runIf(process.platform !== 'win32')('keeps a private file, and the folder it needs, from others', async () => {
    const file = join(folder, 'a', 'b.json');
    await replaceFile(file, 'old');
    expect([file, join(folder, 'a')].map((each) => statSync(each).mode & 0o777)).toEqual([0o600, 0o700]);
  });

  it('leaves the old one, and nothing beside it, when it fails', async () => {
    const file = join(folder, 'b.json');
    mkdirSync(file);
    writeFileSync(join(file, 'inside'), '');
    await expect(replaceFile(file, 'new')).rejects.toThrow();
    expect([readdirSync(folder), readdirSync(file)]).toEqual([['b.json'], ['inside']]);
  });
});
