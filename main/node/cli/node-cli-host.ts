import type { WriteStream } from 'node:tty';
import { createEmitter } from '../../../shared/lib/emitter.ts';
import { systemClock } from '../system-clock.ts';
import type { CliHost, CliStream } from './cli-host.ts';

const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The command line's host as this process has it. Call it once: it listens to the process's streams. */
export function createNodeCliHost(): CliHost {
  const interrupts = createEmitter<void>();
  const stderr = toCliStream(process.stderr, () => undefined);
  return {
    stdout: toCliStream(process.stdout, () => interrupts.emit()),
    stderr,
    variables: process.env,
    clock: systemClock,
    async openEngine(request) {
      // Loaded only now: help and wrong usage need no database.
      const { openEngine } = await import('./open-engine.ts');
      return openEngine(request, (complaint) => stderr.write(`fuelgauge: ${complaint}\n`));
    },
    onInterrupt(listener) {
      const unsubscribe = interrupts.on(listener);
      for (const signal of endSignals) process.on(signal, listener);
      return () => {
        unsubscribe();
        for (const signal of endSignals) process.off(signal, listener);
      };
    },
  };
}

/** A reader that has seen enough (`… | head`) closes the pipe: what follows is dropped, and nobody is told. */
function toCliStream(stream: WriteStream, onClosed: () => void): CliStream {
  let isClosed = false;
  stream.on('error', () => {
    isClosed = true;
    onClosed();
  });
  return {
    write(text) {
      if (!isClosed) stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    get rows() {
      return stream.rows;
    },
  };
}
