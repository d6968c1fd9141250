import { readFile, readdir, readlink } from 'node:fs/promises';
import type { DetailKind, ListeningPort, ProcessDetails } from '../../../shared/domain/process-details.ts';
import { parseLinuxTcp, parsePssBytes, toSocketInode } from './linux-net.ts';
import { mapConcurrently } from './map-concurrently.ts';

const lanes = 4;
/** Only this many open files of a process are read. */
const maxDescriptors = 4_096;

/**
 * Details of processes from `/proc`. For another user's process, nothing but its existence is known. The memory costs
 * the kernel a walk over all pages of the process: some milliseconds each.
 */
export async function inspectLinux(
  procFolder: string,
  pids: readonly number[],
  kinds: readonly DetailKind[],
): Promise<readonly ProcessDetails[]> {
  const found = await mapConcurrently(pids, lanes, async (pid) => {
    const folder = `${procFolder}/${pid}`;
    const targets = kinds.includes('files') || kinds.includes('ports') ? await readDescriptors(folder) : null;
    const cwd = await readlink(`${folder}/cwd`).catch(() => null);
    return {
      pid,
      cwd,
      openFiles: kinds.includes('files') ? toOpenFiles(targets) : null,
      pssBytes: kinds.includes('memory') ? parsePssBytes(await readText(`${folder}/smaps_rollup`)) : null,
      ports: kinds.includes('ports') ? await readPorts(folder, targets) : null,
      exists: cwd !== null || targets !== null || (await readText(`${folder}/stat`)) !== '',
    };
  });
  return found.filter(({ exists }) => exists).map(({ exists: _exists, ...details }) => details);
}

/** What the process's file descriptors link to; null when they may not be read. */
async function readDescriptors(folder: string): Promise<readonly string[] | null> {
  const names = await readdir(`${folder}/fd`).catch(() => null);
  if (names === null) return null;
  const targets = await mapConcurrently(names.slice(0, maxDescriptors), lanes, (name) =>
    readlink(`${folder}/fd/${name}`).catch(() => ''),
  );
  return [...new Set(targets)];
}

/** Sockets, pipes and devices do not count as open files. */
function toOpenFiles(targets: readonly string[] | null): readonly string[] | null {
  return targets?.filter((target) => target.startsWith('/') && !/^\/(?:dev|proc|sys)\//.test(target)) ?? null;
}

/** The process's own view of the network: in a container, ports are the container's. */
async function readPorts(folder: string, targets: readonly string[] | null): Promise<readonly ListeningPort[] | null> {
  if (targets === null) return null;
  const inodes = targets.map(toSocketInode).filter((inode) => inode !== null);
  if (inodes.length === 0) return [];
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readText(`${folder}/net/${name}`)));
  const sockets = tables.map(parseLinuxTcp);
  return inodes.flatMap((inode) => sockets.map((table) => table.get(inode)).filter((port) => port !== undefined));
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
