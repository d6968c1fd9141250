import type { Stats } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';

/**
 * File systems of Linux (statfs(2), `f_type`) whose files are the kernel's answers: reading them may show other people's
 * processes, change something or never end.
 */
const specialFileSystems: ReadonlySet<number> = new Set([
  0x9fa0, // proc
  0x6265_6572, // sysfs
  0x6462_6720, // debugfs
  0x7472_6163, // tracefs
  0x7363_6673, // securityfs
  0x6367_7270, // cgroup2
  0x27_e0eb, // cgroup
  0xcafe_4a11, // bpf
  0x6265_6570, // configfs
  0x6165_676c, // pstore
  0x1980_0202, // mqueue
  0x1cd1, // devpts
]);

/** Keeps a walk on the file system of its root. */
export interface FileSystemGuard {
  /** Whether a file or folder lies on that file system. */
  holds(stats: Stats): boolean;
}

/** Builds the guard of a root; null when the root lies on a file system that holds no files of anybody. Rejects as `stat` does. */
export async function createFileSystemGuard(root: string): Promise<FileSystemGuard | null> {
  const { dev } = await stat(root);
  if (process.platform === 'linux' && specialFileSystems.has(await findType(root))) return null;
  return { holds: (stats) => stats.dev === dev };
}

async function findType(path: string): Promise<number> {
  try {
    return (await statfs(path)).type;
  } catch {
    return 0;
  }
}
