import { describe, expect, it } from 'vitest';
import {
  needsRead,
  type FileFacts,
  type SeenFile,
} from '../../../../../../main/node/ingest/discovery/file-identity.ts';
import type { KnownFile } from '../../../../../../shared/ports/cursor-store.ts';

const facts: FileFacts = { size: 100, mtimeMs: 5000, inode: '7' };
const seen: SeenFile = { ...facts, tailHash: null };
const known: KnownFile = { bytesRead: 100, inode: '7', mtimeMs: 5000 };
const unfinished = { ...known, bytesRead: 90 };
const share = '\\\\wsl$\\Debian\\a.jsonl';

describe('needsRead', () => {
  it.each([
    ['a file never met', facts, undefined, undefined, true],
    ['an unchanged file after a restart', facts, known, undefined, false],
    ['a file that grew while the app was not running', { ...facts, size: 101 }, known, undefined, true],
    ['a file touched while the app was not running', { ...facts, mtimeMs: 5001 }, known, undefined, true],
    ['a file replaced while the app was not running', { ...facts, inode: '8' }, known, undefined, true],
    ['a file with an unfinished line after a restart', facts, unfinished, undefined, true],
    ['a file with an unfinished line that was seen', facts, unfinished, seen, false],
    ['a file that was seen to fail', facts, undefined, seen, false],
    ['a file that grew since it was seen', { ...facts, size: 101 }, known, seen, true],
    ['a file touched since it was seen', { ...facts, mtimeMs: 4000 }, known, seen, true],
    ['a file replaced since it was seen', { ...facts, inode: '8' }, known, seen, true],
    ['a file on a share that numbers files again', { ...facts, inode: '8' }, known, undefined, false, share],
    ['such a file, seen before', { ...facts, inode: '8' }, known, seen, false, share],
  ] as const)('%s', (_name, now, atCursor, before, expected, path: string = '/logs/a.jsonl') => {
    expect(needsRead({ path, facts: now, known: atCursor, seen: before })).toBe(expected);
  });
});
