import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { watchHealth } from '../../../../main/electron/health.ts';
import { createQuietPeriods } from '../../../../main/electron/quiet-periods.ts';
import { createRecordingLogger } from '../../../support/recording-logger.ts';

describe('createQuietPeriods', () => {
  it('is quiet for a minute, then for two, up to an hour, for each key on its own', () => {
    const periods = createQuietPeriods();
    const minutes = Array.from({ length: 400 }, (_, minute) => minute);
    const told = minutes.filter((minute) => periods.isDue('a', minute * 60_000));
    expect(told).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243, 303, 363]);
    expect(periods.isDue('b', 0)).toBe(true);
  });

  it('does not remember without end', () => {
    const periods = createQuietPeriods();
    for (let key = 0; key < 1_000; key += 1) expect(periods.isDue(`key ${key}`, 0)).toBe(true);
  });
});

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

  it('logs the same failure once, and goes on', () => {
    const { host, logger } = build();
    host.emit('uncaughtException', new Error('a'));
    host.emit('uncaughtException', new Error('a'));
    host.emit('unhandledRejection', 'b');
    expect(logger.lines).toEqual(['error uncaught exception', 'error unhandled rejection']);
  });

  it('gives up the window of a process that died, not of one that ended', () => {
    const { app, logger, gone } = build();
    app.emit('render-process-gone', {}, { id: 3 }, { reason: 'crashed' });
    app.emit('render-process-gone', {}, { id: 4 }, { reason: 'clean-exit' });
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'killed' });
    expect(gone).toEqual([3]);
    expect(logger.lines).toEqual(["error a window's process ended: crashed", 'error the GPU process ended: killed']);
  });
});
