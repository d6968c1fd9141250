import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NotAFileError } from '../../../../../main/node/store/files/require-file.ts';
import {
  InconsistentLedgerError,
  isDamage,
  isSuspicious,
  OverwrittenLedgerError,
  toStoreFailure,
} from '../../../../../main/node/store/store-errors.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const ofSystem = (code: string): Error => Object.assign(new Error(`${code}: no`), { code });
const ofSqlite = (errcode: number): Error => Object.assign(new Error(`sqlite ${errcode}`), { errcode });

describe('toStoreFailure', () => {
  it.each([
    ['disk-full', [ofSystem('ENOSPC'), ofSystem('EDQUOT'), ofSqlite(13)]],
    ['no-permission', [ofSystem('EROFS'), ofSystem('EACCES'), ofSystem('EPERM'), ofSqlite(8), ofSqlite(1_032)]],
    ['file-in-the-way', [ofSystem('ENOTDIR'), ofSystem('EEXIST')]],
    ['link-loop', [ofSystem('ELOOP')]],
    ['path-too-long', [ofSystem('ENAMETOOLONG')]],
    ['no-folders-allowed', [ofSystem('ENOENT')]],
    ['cannot-open', [ofSqlite(14)]],
    ['locked', [ofSqlite(5), ofSqlite(261)]],
  ] as const)('says what is in the way: %s', (kind, errors) => {
    const folder = makeFolder();
    for (const error of errors) expect(toStoreFailure(error, folder)).toEqual({ kind });
  });

  it('names the path, or what the system said, where that says more', () => {
    const folder = makeFolder();
    const failures = [new NotAFileError('/data/ledger.db'), ofSystem('EIO'), ofSqlite(10), 'nonsense'].map((error) =>
      toStoreFailure(error, folder),
    );
    expect(failures).toEqual([
      { kind: 'not-a-file', path: '/data/ledger.db' },
      { kind: 'other', detail: 'EIO: no' },
      { kind: 'other', detail: 'sqlite 10' },
      { kind: 'other', detail: 'nonsense' },
    ]);
    // Where nobody asks for the kind, the message has to do.
    expect(new NotAFileError('/data/ledger.db').message).toBe('not a file: /data/ledger.db');
    // The free space of a missing folder is unknown.
    expect(toStoreFailure(ofSqlite(10), join(folder, 'gone'))).toMatchObject({ kind: 'other' });
  });
});

describe('an error of a ledger', () => {
  it.each([
    [
      'is damage',
      [new InconsistentLedgerError('no texts'), new OverwrittenLedgerError(), ofSqlite(11), ofSqlite(26)],
      true,
      false,
    ],
    ['may come from damage', [ofSqlite(1), ofSqlite(19), ofSqlite(1_555)], false, true],
    ['has other reasons', [ofSqlite(5), ofSqlite(13), ofSystem('EIO'), 'nonsense', null], false, false],
  ] as const)('%s', (_what, errors, damage, suspicious) => {
    for (const error of errors)
      expect([error, isDamage(error), isSuspicious(error)]).toEqual([error, damage, suspicious]);
  });
});
