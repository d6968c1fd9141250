import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { sources } from '../../../shared/sources/registry.ts';
import { isFolder } from '../../node/system/is-folder.ts';

const ledgerName = 'ledger.db';

/**
 * Whether a folder that should take our data is a read-only mount of logs, as containers of another tool are set up. Logs
 * are known by the names of the folders that agents keep them in; a read-only ledger is a different case.
 */
export async function findMountedLogs(
  dataFolder: string,
  isWritable: (folder: string) => Promise<boolean> = canWrite,
): Promise<boolean> {
  if (await isWritable(dataFolder)) return false;
  if ((await stat(path.join(dataFolder, ledgerName)).catch(() => null)) !== null) return false;
  const host = { platform: 'linux', home: '/home', variables: {}, otherHomes: [] } as const;
  const roots = sources.flatMap((source) => source.roots(host).map((root) => path.posix.basename(root.path)));
  const found = await Promise.all([...new Set(roots)].map((name) => isFolder(path.join(dataFolder, name))));
  return found.includes(true);
}

async function canWrite(folder: string): Promise<boolean> {
  // A folder that does not exist yet will be created.
  return access(folder, constants.W_OK).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
}
