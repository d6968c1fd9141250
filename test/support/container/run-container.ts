import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { run, type RunResult } from '../../../build/lib/run.ts';
import type { ContainerImage } from './container-image.ts';

/** A folder of this machine in a container. */
export interface Mount {
  readonly from: string;
  readonly to: string;
  readonly isReadOnly?: boolean;
}

/** How a container is started, in the terms of `docker run`. */
export interface ContainerOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly mounts?: readonly Mount[];
  /** In place of the image's command. */
  readonly command?: readonly string[];
}

/** A container that was started. */
export interface RunningContainer {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  /** Runs a command in it, as `docker exec` and its health check do. */
  exec(command: readonly string[]): Promise<RunResult>;
}

/**
 * Starts an image as `docker run --read-only --cap-drop ALL --security-opt no-new-privileges --network none` would: in
 * namespaces for files and network, on a root that can only be read, as the image's user.
 */
export function runContainer(image: ContainerImage, options: ContainerOptions): RunningContainer {
  const { User, Env, Entrypoint, Cmd } = image.config;
  const mounts = options.mounts ?? [];
  // As an engine does, places to mount at are made where the image lacks them.
  for (const { to } of [...mounts, { to: '/proc' }, { to: '/dev' }])
    mkdirSync(join(image.root, to), { recursive: true });
  const given = Object.entries({ HOME: '/home/nonroot', ...options.env }).map(([name, value]) => `${name}=${value}`);
  const command = [...Entrypoint, ...(options.command ?? Cmd)];
  const script = [
    'set -e',
    'ip link set lo up',
    'mount --make-rprivate /',
    'mount --bind "$ROOT" "$ROOT"',
    'mount -o remount,bind,ro "$ROOT"',
    'mount -t proc proc "$ROOT/proc"',
    'mount --rbind /dev "$ROOT/dev"',
    ...mounts.flatMap(({ from, to, isReadOnly = false }) => [
      `mount --bind ${quote(from)} "$ROOT"${quote(to)}`,
      ...(isReadOnly ? [`mount -o remount,bind,ro "$ROOT"${quote(to)}`] : []),
    ]),
    `exec env -i ${[...Env, ...given].map(quote).join(' ')} "$(command -v setpriv)" --no-new-privs --bounding-set=-all,+sys_chroot,+setuid,+setgid \\`,
    `  "$(command -v chroot)" --userspec=${User} --groups= "$ROOT" ${command.map(quote).join(' ')}`,
  ].join('\n');
  const child = spawn('unshare', ['--mount', '--net', 'sh', '-c', script], {
    env: { ...process.env, ROOT: image.root },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const enter = ['--target', String(child.pid), '--mount', '--net', '--root', '--setuid', '65532', '--setgid', '65532'];
  return { child, output: () => output, exec: (inside) => run('nsenter', [...enter, '--', ...inside]) };
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
