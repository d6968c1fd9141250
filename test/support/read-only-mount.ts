import { spawnSync } from 'node:child_process';

/**
 * A command that runs the one after it with a folder mounted read-only, in a mount namespace of its own: permissions
 * do not hold root back, and nothing has to be unmounted afterwards.
 */
export function toReadOnlyMount(folder: string): readonly string[] {
  const script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"';
  return ['unshare', '--mount', 'sh', '-c', script, folder];
}

/** Why that is impossible here; null when it is possible. */
export function findMountObstacle(folder: string): string | null {
  if (process.platform !== 'linux') return 'needs mount namespaces of Linux';
  const [program = '', ...args] = toReadOnlyMount(folder);
  return spawnSync(program, [...args, 'true']).status === 0 ? null : 'needs the right to mount';
}
