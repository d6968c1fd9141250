import { describe, expect, it } from 'vitest';
import {
  needsRead,
  type FileFacts,
  type SeenFile,
} from '../../../../../../main/node/ingest/discovery/file-identity.ts';
import type { FileCursor, OffsetPosition } from '../../../../../../shared/ports/ledger-store.ts';

const toOffset = (offset: number): OffsetPosition => ({ kind: 'offset', offset, headHash: '', headBytes: 0 });
const facts: FileFacts = { size: 100, mtimeMs: 5000, inode: '7' };
const seen: SeenFile = { ...facts, tailHash: null };
const cursor: FileCursor = {
  path: '/logs/a.jsonl',
  source: 'tiny',
  position: toOffset(100),
  inode: '7',
  mtimeMs: 5000,
  readerState: null,
  isGone: false,
  lines: 0,
  eventRows: 0,
  skips: {},
  unloggedCalls: {},
};
const onShare = { ...cursor, path: '\\\\wsl$\\Debian\\a.jsonl' };

describe('needsRead', () => {
  it.each([
    ['a file never met', facts, undefined, undefined, true],
    ['an unchanged file after a restart', facts, cursor, undefined, false],
    ['a file that grew while the app was not running', { ...facts, size: 101 }, cursor, undefined, true],
    ['a file touched while the app was not running', { ...facts, mtimeMs: 5001 }, cursor, undefined, true],
    ['a file replaced while the app was not running', { ...facts, inode: '8' }, cursor, undefined, true],
    ['a file with an unfinished line after a restart', facts, { ...cursor, position: toOffset(90) }, undefined, true],
    ['a file with an unfinished line that was seen', facts, { ...cursor, position: toOffset(90) }, seen, false],
    ['a file that was seen to fail', facts, undefined, seen, false],
    ['a file that grew since it was seen', { ...facts, size: 101 }, cursor, seen, true],
    ['a file touched since it was seen', { ...facts, mtimeMs: 4000 }, cursor, seen, true],
    ['a file replaced since it was seen', { ...facts, inode: '8' }, cursor, seen, true],
    ['a file that came back', facts, { ...cursor, isGone: true }, seen, true],
    ['a file on a share that numbers files anew', { ...facts, inode: '8' }, onShare, undefined, false],
    ['such a file, seen before', { ...facts, inode: '8' }, onShare, seen, false],
  ])('%s', (_name, now, known, before, expected) => {
    expect(needsRead(now, known, before)).toBe(expected);
  });
});
