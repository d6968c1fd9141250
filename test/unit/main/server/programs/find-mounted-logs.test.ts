import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMountedLogs } from '../../../../../main/server/programs/find-mounted-logs.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const readOnly = async () => false;

describe('a data folder', () => {
  it('with logs, that cannot be written, is a mount of logs', async () => {
    const folder = makeFolder();
    expect(await findMountedLogs(folder, readOnly)).toBe(false);
    mkdirSync(join(folder, 'projects'));
    expect(await findMountedLogs(folder, readOnly)).toBe(true);
    expect(await findMountedLogs(folder)).toBe(false);
  });

  it('of our own that may only be read is none, nor is one that is not there yet', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'projects'));
    writeFileSync(join(folder, 'ledger.db'), '');
    expect(await findMountedLogs(folder, readOnly)).toBe(false);
    expect(await findMountedLogs(join(folder, 'new'))).toBe(false);
  });
});
