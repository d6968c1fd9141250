import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../build/lib/run.ts';
import { readPng, type Picture } from '../read-png.ts';
import { waitUntil } from '../wait-until.ts';

/** Somebody who is not root: sway refuses to run as root. */
const nobody = 65_534;

/** A rectangle of the screen, in pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A window as the compositor shows it. */
export interface WaylandWindow {
  readonly pid: number;
  readonly appId: string | null;
  readonly title: string;
  readonly rectangle: Rectangle;
}

/** A Wayland desktop without a screen, and without X11. */
export interface WaylandDesktop {
  /** For `WAYLAND_DISPLAY`. */
  readonly socket: string;
  /** The color of its background, from 0 to 255. */
  readonly background: readonly [red: number, green: number, blue: number];
  windows(): Promise<readonly WaylandWindow[]>;
  /** What is on the screen now; kept as a file. */
  screenshot(file: string): Promise<Picture>;
  close(): Promise<void>;
}

/** Starts sway on an output of 1280 x 800 that exists in memory only; rejects with its log when it does not start. */
export async function startWaylandDesktop(): Promise<WaylandDesktop> {
  const folder = await mkdtemp(join(tmpdir(), 'fuelgauge-wayland-'));
  const config = join(folder, 'config');
  await writeFile(config, 'xwayland disable\noutput * resolution 1280x800 background #336699 solid_color\n');
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await Promise.all([folder, config].map((path) => chown(path, nobody, nobody)));
  const command = ['sway', '--config', config];
  const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...command];
  const [program = '', ...args] = isRoot ? asNobody : command;
  const log: string[] = [];
  const compositor = spawn(program, args, {
    env: {
      ...{ PATH: process.env['PATH'] ?? '', HOME: folder, XDG_RUNTIME_DIR: folder },
      ...{ WLR_BACKENDS: 'headless', WLR_LIBINPUT_NO_DEVICES: '1', WLR_RENDERER: 'pixman' },
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  compositor.stderr.on('data', (text: Buffer) => log.push(text.toString()));
  compositor.on('error', (error) => log.push(error.message));
  const close = async (): Promise<void> => {
    const ended = compositor.exitCode === null && compositor.pid !== undefined ? once(compositor, 'exit') : null;
    compositor.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  const find = async (pattern: RegExp): Promise<string> => {
    const found = await waitUntil('the compositor', async () =>
      (await readdir(folder)).find((name) => pattern.test(name)),
    );
    return join(folder, found);
  };
  try {
    const socket = await find(/^wayland-\d+$/);
    const control = await find(/^sway-ipc\..*\.sock$/);
    return { ...createDesktop(socket, control), close };
  } catch (error) {
    await close();
    throw new Error(`sway did not start:\n${log.join('')}`, { cause: error });
  }
}

function createDesktop(socket: string, control: string): Omit<WaylandDesktop, 'close'> {
  const env = { PATH: process.env['PATH'] ?? '', WAYLAND_DISPLAY: socket, XDG_RUNTIME_DIR: tmpdir() };
  const runChecked = async (program: string, args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await run(program, args, { env });
    if (code !== 0) throw new Error(`${program} failed: ${stderr}`);
    return stdout;
  };
  return {
    socket,
    background: [0x33, 0x66, 0x99],
    async windows() {
      const tree = await runChecked('swaymsg', ['--socket', control, '--type', 'get_tree', '--raw']);
      return listWindows(JSON.parse(tree) as Node);
    },
    async screenshot(file) {
      await runChecked('grim', [file]);
      return readPng(await readFile(file));
    },
  };
}

interface Node {
  readonly pid?: number;
  readonly app_id?: string | null;
  readonly name: string | null;
  readonly rect: Rectangle;
  readonly visible?: boolean;
  readonly nodes: readonly Node[];
  readonly floating_nodes: readonly Node[];
}

function listWindows(node: Node): readonly WaylandWindow[] {
  const inner = [...node.nodes, ...node.floating_nodes].flatMap(listWindows);
  if (node.pid === undefined || node.visible !== true) return inner;
  return [...inner, { pid: node.pid, appId: node.app_id ?? null, title: node.name ?? '', rectangle: node.rect }];
}
