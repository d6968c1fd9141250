import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';
import { connect, Socket } from 'node:net';
import type { Dispose } from '../../../../shared/lib/disposable.ts';
import { OutputError } from './output-error.ts';

const checkMs = 1_000;

/**
 * Calls `onClosed` once the reader of a pipe or socket is gone, although nothing is being written: a write would fail,
 * but `fuelgauge watch | head -1` may have nothing to write for hours. Does nothing for files, terminals and on Windows,
 * where a closed pipe is noticed at the next write. Never keeps the process alive.
 */
export function watchForClosedReader(fd: number, onClosed: () => void): Dispose {
  const stats = fstatSync(fd);
  if (process.platform === 'win32' || (!stats.isFIFO() && !stats.isSocket())) return () => undefined;
  // A write of no bytes fails on a closed socket everywhere and on a closed pipe on macOS. Linux lets it succeed.
  if (process.platform === 'linux' && stats.isFIFO()) return pollLinuxPipe(fd, onClosed);
  const timer = setInterval(() => {
    if (canWriteNothing(fd)) return;
    clearInterval(timer);
    onClosed();
  }, checkMs).unref();
  return () => clearInterval(timer);
}

function canWriteNothing(fd: number): boolean {
  try {
    writeSync(fd, Buffer.alloc(0));
    return true;
  } catch (error) {
    return new OutputError(error).reason !== 'closed';
  }
}

/**
 * The kernel reports a closed reader to a process that polls the write end. Node polls a descriptor only to read from
 * it, and refuses to read from a pipe that is open for writing, unless it takes it for a TCP socket: that is what
 * happens here, on a descriptor of our own. Reading then fails at the moment the reader closes. Nothing is connected to
 * anything.
 */
function pollLinuxPipe(fd: number, onClosed: () => void): Dispose {
  const copy = tryOpen(`/proc/self/fd/${fd}`);
  if (copy === 'closed') {
    const immediate = setImmediate(onClosed);
    return () => clearImmediate(immediate);
  }
  if (copy === null) return () => undefined;
  const handle = createTcpHandle();
  if (handle === null || handle.open(copy) !== 0) {
    closeSync(copy);
    return () => undefined;
  }
  const socket = new Socket({ handle, writable: false } as object);
  let isWatching = true;
  socket.on('error', () => {
    if (isWatching) onClosed();
  });
  socket.unref().resume();
  return () => {
    isWatching = false;
    socket.destroy();
  };
}

/** A descriptor; `closed` when the pipe has no reader any more; null without /proc, as in some containers. */
function tryOpen(path: string): number | 'closed' | null {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENXIO' ? 'closed' : null;
  }
}

interface TcpHandle {
  /** Returns 0, or a negative error number. */
  open(fd: number): number;
}

/** Node exports no constructor for its socket handles, so it is taken from a socket whose connection never starts. */
function createTcpHandle(): TcpHandle | null {
  const socket = connect({ host: 'localhost', port: 1, lookup: () => undefined });
  const { _handle: handle } = socket as { _handle?: { constructor: new (type: number) => TcpHandle } | null };
  socket.on('error', () => undefined).destroy();
  try {
    return handle === null || handle === undefined ? null : new handle.constructor(0);
  } catch {
    return null;
  }
}
