import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { watchHealth } from '../../../../../main/electron/app/health.ts';
import { createRecordingLogger } from '../../../../support/recording-logger.ts';

describe('watchHealth', () => {
  const build = () => {
    const app = new EventEmitter();
    const host = new EventEmitter();
    const logger = createRecordingLogger();
    const gone: number[] = [];
    watchHealth({
      app: app as unknown as Pick<App, 'on'>,
      process: host as unknown as Pick<NodeJS.Process, 'on'>,
      nowMs: () => 0,
      onRendererGone: (id) => gone.push(id),
      logger,
    });
    return { app, host, logger, gone };
  };

  it('logs the same failure once, and keeps running', () => {
    const { host, logger } = build();
    host.emit('uncaughtException', new Error('a'));
    host.emit('uncaughtException', new Error('a'));
    host.emit('unhandledRejection', 'b');
    expect(logger.lines).toEqual(['error uncaught exception', 'error unhandled rejection']);
  });

  it('discards the window of a process that crashed, not of one that ended', () => {
    const { app, logger, gone } = build();
    app.emit('render-process-gone', {}, { id: 3 }, { reason: 'crashed' });
    app.emit('render-process-gone', {}, { id: 4 }, { reason: 'clean-exit' });
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'killed' });
    expect(gone).toEqual([3]);
    expect(logger.lines).toEqual(["error a window's process ended: crashed", 'error the GPU process ended: killed']);
  });
});
