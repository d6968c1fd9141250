import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { systemClock } from '../system-clock.ts';
import type { CliHost } from './cli-host.ts';
import { messages } from './messages.ts';
import { watchForClosedReader } from './streams/closed-reader.ts';
import { createNodeStream } from './streams/node-stream.ts';

const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The command line's host as this process has it. */
export function createNodeCliHost(): CliHost {
  const stderr = createNodeStream(process.stderr, 'ignore');
  return {
    stdout: createNodeStream(process.stdout, 'report'),
    stderr,
    variables: process.env,
    clock: systemClock,
    async openEngine(request) {
      // Loaded only now: help and wrong usage need no database.
      const { openEngine } = await import('./open-engine.ts');
      return openEngine(request, (problem) => {
        void stderr.write(messages.cli.failures.line(cleanText(describeProblem(problem, messages))));
      });
    },
    onInterrupt(listener) {
      const stopWatching = watchForClosedReader(process.stdout.fd, listener);
      for (const signal of endSignals) process.on(signal, listener);
      return () => {
        stopWatching();
        for (const signal of endSignals) process.off(signal, listener);
      };
    },
  };
}
