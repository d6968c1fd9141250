import { EventEmitter } from 'node:events';
import type { App, AutoUpdater, PowerMonitor } from 'electron';
import { describe, expect, it } from 'vitest';
import { createLifecycle } from '../../../../../main/electron/app/lifecycle.ts';
import { createQuitSequence } from '../../../../../main/electron/app/quit-sequence.ts';
import { takeSingleInstanceLock } from '../../../../../main/electron/app/single-instance.ts';
import { createRecordingLogger } from '../../../../support/recording-logger.ts';

/** An app that quits as Electron does: `before-quit` first, which may prevent it. */
class FakeApp extends EventEmitter {
  hasQuit = false;
  quit(): void {
    let isPrevented = false;
    this.emit('before-quit', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.hasQuit = true;
  }
}

function build() {
  const app = new FakeApp();
  const updater = new EventEmitter();
  const done: string[] = [];
  const sequence = createQuitSequence({
    steps: () => [{ name: 'engine', run: async () => void done.push('engine') }],
    stepTimeoutMs: 1_000,
    logger: createRecordingLogger(),
  });
  const lifecycle = createLifecycle({
    app: app as unknown as Pick<App, 'on' | 'quit'>,
    autoUpdater: updater as unknown as Pick<AutoUpdater, 'on'>,
    sequence,
  });
  return { app, updater, done, sequence, lifecycle };
}

describe('createLifecycle', () => {
  it('keeps running without windows', () => {
    expect(build().app.listenerCount('window-all-closed')).toBe(1);
  });

  it('runs the sequence before the app quits', async () => {
    const { app, done, sequence, lifecycle } = build();
    lifecycle.quit();
    expect([lifecycle.isQuitting(), app.hasQuit]).toEqual([true, false]);
    await sequence.run();
    await Promise.resolve();
    expect([done, app.hasQuit]).toEqual([['engine'], true]);
  });

  it('lets windows close for an updater, which does not announce that the app quits', async () => {
    const { updater, done, sequence, lifecycle } = build();
    updater.emit('before-quit-for-update');
    expect(lifecycle.isQuitting()).toBe(true);
    await sequence.run();
    expect(done).toEqual(['engine']);
  });

  it('delays a shutdown until the app has quit cleanly', async () => {
    const { app, done, sequence, lifecycle } = build();
    const power = new EventEmitter();
    lifecycle.watchShutdown(power as unknown as Pick<PowerMonitor, 'on'>);
    let isDelayed = false;
    power.emit('shutdown', { preventDefault: () => (isDelayed = true) });
    expect(isDelayed).toBe(true);
    await sequence.run();
    await Promise.resolve();
    expect([done, app.hasQuit]).toEqual([['engine'], true]);
  });

  it('saves immediately when Windows ends the session, which only windows are told', async () => {
    const { app, done, sequence } = build();
    const window = new EventEmitter();
    app.emit('browser-window-created', {}, window);
    window.emit('session-end', {});
    expect(sequence.state()).toBe('quitting');
    await sequence.run();
    expect(done).toEqual(['engine']);
  });
});

describe('takeSingleInstanceLock', () => {
  const createApp = (hasLock: boolean) =>
    Object.assign(new EventEmitter(), { requestSingleInstanceLock: () => hasLock });

  it('reports when another one is running', () => {
    expect(takeSingleInstanceLock(createApp(false) as unknown as App, () => undefined)).toBe(false);
  });

  it('reports a second start, but not one at login', () => {
    const app = createApp(true);
    let starts = 0;
    expect(takeSingleInstanceLock(app as unknown as App, () => (starts += 1))).toBe(true);
    app.emit('second-instance', {}, ['fuelgauge'], '/');
    app.emit('second-instance', {}, ['fuelgauge', '--hidden'], '/');
    expect(starts).toBe(1);
  });
});
