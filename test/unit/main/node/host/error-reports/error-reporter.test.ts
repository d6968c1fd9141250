import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
  createErrorReporter,
  reportUncaughtErrors,
} from '../../../../../../main/node/host/error-reports/error-reporter.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';

describe('reportUncaughtErrors', () => {
  it('logs the same error once a while, and others at once', () => {
    const host = new EventEmitter();
    const logger = createRecordingLogger();
    let nowMs = 0;
    const kept: string[] = [];
    const report = createErrorReporter({
      nowMs: () => nowMs,
      logger,
      keepCrash: async (what, cause) => void kept.push(`${what} ${String(cause)}`),
    });
    reportUncaughtErrors(host as unknown as Pick<NodeJS.Process, 'on'>, report);
    host.emit('uncaughtException', new Error('a'));
    host.emit('uncaughtException', new Error('a'));
    host.emit('uncaughtException', new Error('b'));
    host.emit('unhandledRejection', 'c');
    expect(logger.lines).toEqual(['error uncaught exception', 'error uncaught exception', 'error unhandled rejection']);
    nowMs = 60_000;
    host.emit('uncaughtException', new Error('a'));
    expect(logger.lines).toHaveLength(4);
    expect(kept).toEqual([
      'uncaught exception Error: a',
      'uncaught exception Error: b',
      'unhandled rejection c',
      'uncaught exception Error: a',
    ]);
  });
});
