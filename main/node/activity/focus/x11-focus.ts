import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { FocusProbe, FocusReading } from '../../../../shared/ports/focus-probe.ts';
import { openX11, type X11Connection } from './x11-connection.ts';

/** Without keyboard or mouse input for this long, the person is away. */
const awayMs = 5 * minuteMs;
const longestName = 256;

/** What is asked for, found once for a connection. */
interface Desktop {
  readonly connection: X11Connection;
  readonly activeWindow: number;
  readonly windowClass: number;
  /** The number of the extension that reports idle time; null where the server has none. */
  readonly screenSaver: number | null;
}

/**
 * The window in front on X11, by the property that every window manager keeps on the root window:
 * https://specifications.freedesktop.org/wm-spec/latest/ (`_NET_ACTIVE_WINDOW`). One connection stays open: no program
 * is started, and nothing is asked but two properties and the time since the last input.
 */
export function createX11Focus(variables: Readonly<Record<string, string | undefined>>, home: string): FocusProbe {
  let desktop: Desktop | null = null;
  const close = (): void => {
    desktop?.connection.close();
    desktop = null;
  };
  return {
    async read() {
      try {
        desktop ??= await openDesktop(variables, home);
        return await readFocus(desktop);
      } catch {
        close();
        return { kind: 'unknown' };
      }
    },
    close,
  };
}

async function readFocus({ connection, activeWindow, windowClass, screenSaver }: Desktop): Promise<FocusReading> {
  if (screenSaver !== null && (await readIdleMs(connection, screenSaver)) >= awayMs) return { kind: 'away' };
  const active = await readProperty(connection, connection.root, activeWindow);
  // There is no window manager to report the foreground window.
  if (active === null || active.length < 4) return { kind: 'unknown' };
  const window = active.readUInt32LE(0);
  if (window === 0) return { kind: 'none' };
  const names = await readProperty(connection, window, windowClass);
  if (names === null) return { kind: 'none' };
  return { kind: 'window', names: names.toString('latin1').split('\0').filter(Boolean).toReversed() };
}

async function openDesktop(variables: Readonly<Record<string, string | undefined>>, home: string): Promise<Desktop> {
  const [, number] = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(variables['DISPLAY'] ?? '') ?? [];
  if (number === undefined) throw new Error('the display is on another machine');
  const authority = variables['XAUTHORITY'] || path.join(home, '.Xauthority');
  const cookie = findCookie(await readFile(authority).catch(() => Buffer.alloc(0)), number);
  const connection = await openX11(`/tmp/.X11-unix/X${number}`, cookie);
  try {
    const activeWindow = await readAtom(connection, '_NET_ACTIVE_WINDOW');
    const windowClass = await readAtom(connection, 'WM_CLASS');
    const screenSaver = await findExtension(connection, 'MIT-SCREEN-SAVER');
    return { connection, activeWindow, windowClass, screenSaver };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** The cookie of a display in an authority file: entries of a family and four strings, each with its length. */
export function findCookie(file: Buffer, display: string): Buffer | null {
  for (let at = 0; at + 2 < file.length;) {
    const fields: Buffer[] = [];
    at += 2;
    for (let index = 0; index < 4; index += 1) {
      if (at + 2 > file.length) return null;
      const length = file.readUInt16BE(at);
      fields.push(file.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
    const [, number, name, data] = fields;
    const isOfDisplay = number!.length === 0 || number!.toString() === display;
    if (isOfDisplay && name!.toString() === 'MIT-MAGIC-COOKIE-1') return data!;
  }
  return null;
}

async function readAtom(connection: X11Connection, name: string): Promise<number> {
  const reply = await connection.ask(toNamedRequest(16, name));
  return reply?.readUInt32LE(8) ?? 0;
}

async function findExtension(connection: X11Connection, name: string): Promise<number | null> {
  const reply = await connection.ask(toNamedRequest(98, name));
  return reply !== null && reply[8] === 1 ? reply[9]! : null;
}

/** InternAtom and QueryExtension look alike. */
function toNamedRequest(opcode: number, name: string): Buffer {
  const request = Buffer.alloc(8 + Math.ceil(name.length / 4) * 4);
  request[0] = opcode;
  request.writeUInt16LE(request.length / 4, 2);
  request.writeUInt16LE(name.length, 4);
  request.write(name, 8, 'latin1');
  return request;
}

/** GetProperty of any type; null where there is none. */
async function readProperty(connection: X11Connection, window: number, property: number): Promise<Buffer | null> {
  const request = Buffer.alloc(24);
  request[0] = 20;
  request.writeUInt16LE(6, 2);
  request.writeUInt32LE(window, 4);
  request.writeUInt32LE(property, 8);
  request.writeUInt32LE(longestName / 4, 20);
  const reply = await connection.ask(request);
  if (reply === null || reply.readUInt32LE(8) === 0) return null;
  return reply.subarray(32, 32 + reply.readUInt32LE(16) * Math.max(1, reply[1]! / 8));
}

/** QueryInfo of the screen saver: milliseconds since the last input. */
async function readIdleMs(connection: X11Connection, extension: number): Promise<number> {
  const request = Buffer.alloc(8);
  request[0] = extension;
  request[1] = 1;
  request.writeUInt16LE(2, 2);
  request.writeUInt32LE(connection.root, 4);
  return (await connection.ask(request))?.readUInt32LE(16) ?? 0;
}
