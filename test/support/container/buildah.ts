import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../build/lib/run.ts';

const storage = join(homedir(), '.cache/fuelgauge/containers');

/** Runs buildah with a storage of its own; returns the last line it prints. Throws with what it says when it fails. */
export async function buildah(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run('buildah', [...buildah.options, ...args]);
  if (code !== 0) throw new Error(`buildah ${args[0]} failed: ${stderr}`);
  return stdout.trim().split('\n').at(-1) ?? '';
}

/** Needs neither an engine nor namespaces, and touches no images of this machine. */
buildah.options = ['--storage-driver', 'vfs', '--root', storage, '--runroot', join(storage, 'run')] as const;

/** Gives access to the files of a container. */
export async function mounted(container: string, use: (root: string) => Promise<void>): Promise<void> {
  const root = await buildah('mount', container);
  try {
    await use(root);
  } finally {
    await buildah('umount', container);
  }
}

/** What keeps images from being built and started here; null where nothing does. */
export async function findContainerObstacle(): Promise<string | null> {
  if (process.platform !== 'linux') return 'containers need Linux';
  if (process.getuid?.() !== 0) return 'needs root';
  for (const program of ['buildah', 'mmdebstrap', 'unshare', 'nsenter', 'ip'])
    if ((await run('sh', ['-c', `command -v ${program}`])).code !== 0) return `needs ${program}`;
  if ((await run('unshare', ['--net', '--mount', 'true'])).code !== 0) return 'needs the right to make namespaces';
  return null;
}
