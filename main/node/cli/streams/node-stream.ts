import { fstatSync, writeSync } from 'node:fs';
import type { WriteStream } from 'node:tty';
import type { CliStream } from '../cli-host.ts';
import { OutputError } from './output-error.ts';

type StandardStream = WriteStream & { readonly fd: number };

/** Wraps `process.stdout` or `process.stderr`; `failures` decides what happens to text that cannot be written. */
export function createNodeStream(stream: StandardStream, failures: 'report' | 'ignore'): CliStream {
  const isTerminal = stream.isTTY === true;
  const write = !isTerminal && isUnbuffered(stream.fd) ? writeToDescriptor : writeToStream;
  // Without a listener a failed write would end the process with a stack trace; the write itself reports it.
  stream.on('error', () => undefined);
  let lastWords: string | null = null;
  const sayLastWords = (): void => {
    if (lastWords !== null) tryWriteNow(stream.fd, lastWords);
  };
  return {
    write: (text) => (failures === 'report' ? write(stream, text) : write(stream, text).catch(() => undefined)),
    isTerminal,
    get columns() {
      return stream.columns;
    },
    get rows() {
      return stream.rows;
    },
    onResize(listener) {
      stream.on('resize', listener);
      return () => stream.off('resize', listener);
    },
    writeAtExit(text) {
      process.off('exit', sayLastWords);
      lastWords = text;
      if (text !== null) process.on('exit', sayLastWords);
    },
  };
}

/** A stream is not written any more while the process ends. */
function tryWriteNow(fd: number, text: string): void {
  try {
    writeSync(fd, text);
  } catch {
    // The terminal is gone, so there is nothing to restore.
  }
}

function writeToStream(stream: StandardStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error) reject(new OutputError(error));
      else resolve();
    });
  });
}

/** Node's own stream for files drops the rest of a write that a full disk cut short, and reports success. */
async function writeToDescriptor(stream: StandardStream, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  try {
    for (let offset = 0; offset < bytes.length;) offset += writeSync(stream.fd, bytes, offset);
  } catch (error) {
    throw new OutputError(error);
  }
}

/** A file, or a device such as `/dev/full`: writing takes effect at once and never has to wait for a reader. */
function isUnbuffered(fd: number): boolean {
  const stats = fstatSync(fd);
  return stats.isFile() || stats.isCharacterDevice();
}
