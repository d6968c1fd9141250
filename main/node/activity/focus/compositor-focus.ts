import { connect } from 'node:net';
import path from 'node:path';
import type { FocusProbe, FocusReading } from '../../../../shared/ports/focus-probe.ts';

const timeoutMs = 2_000;
const maxAnswerBytes = 16 * 1024 * 1024;
const swayMagic = 'i3-ipc';
const getTree = 4;

/** The window in front on Sway, by its own socket: https://man.archlinux.org/man/sway-ipc.7 */
export function createSwayFocus(socketPath: string): FocusProbe {
  const request = Buffer.alloc(14);
  request.write(swayMagic);
  request.writeUInt32LE(getTree, 10);
  const isWhole = (answer: Buffer): boolean => answer.length >= 14 && answer.length >= 14 + answer.readUInt32LE(6);
  return {
    read: () =>
      readFrom(socketPath, request, isWhole, (answer) => findFocused(JSON.parse(answer.toString('utf8', 14)))),
    close: () => undefined,
  };
}

/** The window in front on Hyprland: https://wiki.hypr.land/IPC/ */
export function createHyprlandFocus(runtimeFolder: string, instance: string): FocusProbe {
  const socketPath = path.join(runtimeFolder, 'hypr', instance, '.socket.sock');
  return {
    // It closes the connection after its answer.
    read: () =>
      readFrom(
        socketPath,
        Buffer.from('j/activewindow'),
        () => false,
        (answer) => toWindow(JSON.parse(answer.toString())),
      ),
    close: () => undefined,
  };
}

async function readFrom(
  socketPath: string,
  request: Buffer,
  isWhole: (answer: Buffer) => boolean,
  parse: (answer: Buffer) => FocusReading,
): Promise<FocusReading> {
  try {
    return parse(await askOnce(socketPath, request, isWhole));
  } catch {
    return { kind: 'unknown' };
  }
}

/** A socket's answer to one request, once it is complete or the other side has ended. */
function askOnce(socketPath: string, request: Buffer, isWhole: (answer: Buffer) => boolean): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath, () => socket.write(request));
    let answer = Buffer.alloc(0);
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error('no answer')));
    socket.on('data', (bytes: Buffer) => {
      answer = Buffer.concat([answer, bytes]);
      if (answer.length > maxAnswerBytes) socket.destroy(new Error('too long an answer'));
      else if (isWhole(answer)) socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

interface Container {
  readonly focused?: unknown;
  readonly app_id?: unknown;
  readonly window_properties?: unknown;
  readonly nodes?: unknown;
  readonly floating_nodes?: unknown;
}

/** The focused container of a tree. Workspaces without a window have the focus themselves. */
function findFocused(root: unknown): FocusReading {
  const waiting: unknown[] = [root];
  for (let visited = 0; waiting.length > 0 && visited < 10_000; visited += 1) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const container = next as Container;
    if (container.focused === true) {
      const { class: name, instance } = (container.window_properties ?? {}) as Record<string, unknown>;
      return toNames([container.app_id, name, instance]);
    }
    for (const list of [container.nodes, container.floating_nodes]) if (Array.isArray(list)) waiting.push(...list);
  }
  return { kind: 'none' };
}

function toWindow(answer: unknown): FocusReading {
  const { class: name, initialClass } = (answer ?? {}) as Record<string, unknown>;
  return toNames([name, initialClass]);
}

function toNames(candidates: readonly unknown[]): FocusReading {
  const names = candidates.filter((name): name is string => typeof name === 'string' && name !== '');
  return names.length === 0 ? { kind: 'none' } : { kind: 'window', names };
}
