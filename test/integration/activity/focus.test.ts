import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFocusProbe } from '../../../main/node/activity/focus/create-focus-probe.ts';
import { openX11 } from '../../../main/node/activity/focus/x11-connection.ts';
import { createX11Focus } from '../../../main/node/activity/focus/x11-focus.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();
const onLinux = process.platform === 'linux';

/** A real X server without a screen; resolves to its number. */
async function startX(): Promise<{ readonly display: string; stop(): void }> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', '64x64x8'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()));
  });
  return { display, stop: () => void server.kill() };
}

function toRequest(opcode: number, detail: number, words: readonly number[], text = ''): Buffer {
  const request = Buffer.alloc(4 + words.length * 4 + Math.ceil(text.length / 4) * 4);
  request[0] = opcode;
  request[1] = detail;
  request.writeUInt16LE(request.length / 4, 2);
  words.forEach((word, index) => request.writeUInt32LE(word, 4 + index * 4));
  request.write(text, 4 + words.length * 4, 'latin1');
  return request;
}

/** Requests without a reply, with one that has one behind them. */
function withReply(...requests: readonly Buffer[]): Buffer {
  return Buffer.concat([...requests, toRequest(43, 0, [])]);
}

describe.runIf(onLinux && existsSync('/usr/bin/Xvfb'))('the window in front on a real X server', () => {
  it('is unknown until a window manager says it, and then named by its class', async () => {
    const { display, stop } = await startX();
    const probe = createX11Focus({ DISPLAY: `:${display}`, XAUTHORITY: '/nowhere' }, makeFolder());
    expect(await probe.read()).toEqual({ kind: 'unknown' });

    const manager = await openX11(`/tmp/.X11-unix/X${display}`, null);
    const name = '_NET_ACTIVE_WINDOW';
    const atom = (await manager.ask(toRequest(16, 0, [name.length], name)))!.readUInt32LE(8);
    // ChangeProperty: the root window stands for an app's. 33: WINDOW, 67: WM_CLASS, 31: STRING.
    const activate = (window: number): Buffer => {
      const property = toRequest(18, 0, [manager.root, atom, 33, 32, 1, window]);
      return property;
    };
    const classes = 'claude\0Claude\0';
    await manager.ask(
      withReply(activate(manager.root), toRequest(18, 0, [manager.root, 67, 31, 8, classes.length], classes)),
    );
    expect(await probe.read()).toEqual({ kind: 'window', names: ['Claude', 'claude'] });
    await manager.ask(withReply(activate(0)));
    expect(await probe.read()).toEqual({ kind: 'none' });
    // A window that is gone meanwhile.
    await manager.ask(withReply(activate(0x7fffff)));
    expect(await probe.read()).toEqual({ kind: 'none' });

    manager.close();
    stop();
    await waitUntil('its end', async () => (await probe.read()).kind === 'unknown');
    probe.close();
  });
});

describe.runIf(onLinux)('the window in front on Wayland', () => {
  /** A compositor's socket that answers every request with these bytes, in two pieces. */
  async function serve(file: string, answer: Buffer, ends: boolean): Promise<() => void> {
    await mkdir(path.dirname(file), { recursive: true });
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        socket.write(answer.subarray(0, 5));
        setImmediate(() => (ends ? socket.end(answer.subarray(5)) : socket.write(answer.subarray(5))));
      });
    });
    await new Promise<void>((resolve) => server.listen({ path: file }, resolve));
    return () => void server.close();
  }
  const probeOf = (variables: Record<string, string>) =>
    createFocusProbe({ platform: 'linux', home: '/nowhere', variables, otherHomes: [] });
  const frame = (tree: unknown): Buffer => {
    const payload = Buffer.from(typeof tree === 'string' ? tree : JSON.stringify(tree));
    const head = Buffer.from('i3-ipc\0\0\0\0\x04\0\0\0', 'latin1');
    head.writeUInt32LE(payload.length, 6);
    return Buffer.concat([head, payload]);
  };

  it.each([
    ['an app', { nodes: [{ nodes: [], floating_nodes: [{ focused: true, app_id: 'dev.zed.Zed' }] }] }, ['dev.zed.Zed']],
    ['an X11 app', { nodes: [{ focused: true, app_id: null, window_properties: { class: 'Cursor' } }] }, ['Cursor']],
  ])('of Sway is %s', async (_what, tree, names) => {
    const file = path.join(makeFolder(), 'sway.sock');
    const stop = await serve(file, frame(tree), false);
    expect(await probeOf({ SWAYSOCK: file, WAYLAND_DISPLAY: 'w' }).read()).toEqual({ kind: 'window', names });
    stop();
  });

  it('of Sway is none on an empty workspace, and unknown where the answer is none', async () => {
    const folder = makeFolder();
    const stops = [
      await serve(path.join(folder, 'empty'), frame({ nodes: [{ focused: true, type: 'workspace' }] }), false),
      await serve(path.join(folder, 'broken'), frame('{'), false),
    ];
    expect(await probeOf({ SWAYSOCK: path.join(folder, 'empty') }).read()).toEqual({ kind: 'none' });
    expect(await probeOf({ SWAYSOCK: path.join(folder, 'broken') }).read()).toEqual({ kind: 'unknown' });
    expect(await probeOf({ SWAYSOCK: path.join(folder, 'missing') }).read()).toEqual({ kind: 'unknown' });
    for (const stop of stops) stop();
  });

  it('of Hyprland is named by its class', async () => {
    const folder = makeFolder();
    const answer = Buffer.from('{"class":"cursor","initialClass":"Cursor","title":"secret"}');
    const stop = await serve(path.join(folder, 'hypr/one/.socket.sock'), answer, true);
    const variables = { XDG_RUNTIME_DIR: folder, HYPRLAND_INSTANCE_SIGNATURE: 'one', WAYLAND_DISPLAY: 'w' };
    expect(await probeOf(variables).read()).toEqual({ kind: 'window', names: ['cursor', 'Cursor'] });
    stop();
  });

  it('of others is unknown, as it is without a desktop', async () => {
    expect(await probeOf({ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }).read()).toEqual({ kind: 'unknown' });
    expect(await probeOf({}).read()).toEqual({ kind: 'unknown' });
    expect(await probeOf({ DISPLAY: 'elsewhere:0' }).read()).toEqual({ kind: 'unknown' });
  });
});
