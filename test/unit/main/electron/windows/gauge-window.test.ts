import { EventEmitter } from 'node:events';
import type { BrowserWindow, Display, Rectangle, Screen } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createGauge } from '../../../../../main/electron/windows/gauge-window.ts';
import { defaultDesktopSettings, type DesktopSettings } from '../../../../../shared/settings/desktop-choices.ts';

class FakeWindow extends EventEmitter {
  webContents = Object.assign(new EventEmitter(), { getZoomFactor: () => 1.5 });
  bounds: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
  isGone = false;
  setAlwaysOnTop = vi.fn();
  setVisibleOnAllWorkspaces = vi.fn();
  setOpacity = vi.fn();
  setContentProtection = vi.fn();
  showInactive = vi.fn();
  isDestroyed = (): boolean => this.isGone;
  getBounds = (): Rectangle => this.bounds;
  setBounds(bounds: Rectangle): void {
    this.bounds = bounds;
    this.emit('move');
  }
  destroy(): void {
    this.isGone = true;
    this.emit('closed');
  }
}

// With a bar at the lower edge.
const toDisplay = (width: number, height: number): Display =>
  ({ workArea: { x: 0, y: 0, width, height }, bounds: { x: 0, y: 0, width, height: height + 40 } }) as Display;
const display = toDisplay(1_000, 800);
const smallDisplay = toDisplay(600, 400);

function build(platform: NodeJS.Platform = 'linux') {
  const windows: FakeWindow[] = [];
  const onMoved = vi.fn();
  const onClosed = vi.fn();
  let choices: DesktopSettings = defaultDesktopSettings;
  let isQuitting = false;
  let shown = display;
  const screen = Object.assign(new EventEmitter(), { getAllDisplays: () => [shown], getPrimaryDisplay: () => shown });
  const gauge = createGauge({
    createWindow() {
      windows.push(new FakeWindow());
      return windows.at(-1) as unknown as BrowserWindow;
    },
    platform,
    screen: screen as unknown as Screen,
    choices: () => choices,
    isPrivate: () => false,
    isQuitting: () => isQuitting,
    onMoved,
    onClosed,
    onBeforeShow: () => undefined,
    onVisibilityChanged: () => undefined,
  });
  const set = (patch: Partial<DesktopSettings>): void => {
    choices = { ...choices, ...patch };
    gauge.adapt();
  };
  /** The system has another display now, and has moved the window to it, as systems do. */
  const changeDisplay = (next: Display): void => {
    shown = next;
    windows.at(-1)?.setBounds({ x: 0, y: 0, width: 300, height: 60 });
    screen.emit('display-metrics-changed');
    windows.at(-1)?.setBounds({ x: 10, y: 10, width: 300, height: 60 });
  };
  return { gauge, windows, set, onMoved, onClosed, changeDisplay, screen, quit: () => (isQuitting = true) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('exists only while the settings ask for it, above others, and without taking the focus', () => {
  const { gauge, windows, set } = build();
  gauge.adapt();
  expect(windows).toHaveLength(0);
  set({ gauge: true, gaugeOpacityPercent: 70 });
  windows[0]?.emit('ready-to-show');
  expect(windows[0]?.setAlwaysOnTop).toHaveBeenCalledWith(true, 'floating');
  expect(windows[0]?.showInactive).toHaveBeenCalledTimes(1);
  expect(windows[0]?.setOpacity).toHaveBeenLastCalledWith(0.7);
  set({ gauge: false });
  vi.advanceTimersByTime(60_000);
  expect([windows.length, windows[0]?.isGone]).toEqual([1, true]);
});

it('is as large as its zoomed page, and stays in its corner', () => {
  const { gauge, windows, set } = build();
  set({ gauge: true });
  windows[0]?.emit('ready-to-show');
  gauge.fit({ width: 200, height: 40 });
  expect(windows[0]?.bounds).toEqual({ x: 1_000 - 300 - 16, y: 16, width: 300, height: 60 });
});

it('stores where a drag ended, and not where it was placed', () => {
  const { gauge, windows, set, onMoved } = build();
  set({ gauge: true });
  windows[0]?.emit('ready-to-show');
  gauge.fit({ width: 210, height: 40 });
  vi.advanceTimersByTime(1_000);
  expect(onMoved).not.toHaveBeenCalled();
  for (const x of [500, 400, 300]) windows[0]?.setBounds({ ...windows[0].bounds, x });
  vi.advanceTimersByTime(1_000);
  expect(onMoved.mock.calls).toEqual([[{ x: 300, y: 16 }]]);
});

it('stays where it is dragged while its page changes its size', () => {
  const { gauge, windows, set } = build();
  set({ gauge: true, gaugePosition: { x: 20, y: 20 } });
  windows[0]?.emit('ready-to-show');
  gauge.fit({ width: 200, height: 40 });
  windows[0]?.setBounds({ ...windows[0].bounds, x: 300, y: 200 });
  // Another setting changes, and all of them are read again.
  set({ gaugePosition: { x: 20, y: 20 } });
  gauge.fit({ width: 210, height: 40 });
  expect(windows[0]?.bounds).toEqual({ x: 300, y: 200, width: 315, height: 60 });
  vi.advanceTimersByTime(1_000);
  gauge.fit({ width: 220, height: 40 });
  expect(windows[0]?.bounds).toEqual({ x: 300, y: 200, width: 330, height: 60 });
  set({ gaugePosition: { x: 5, y: 5 } });
  expect(windows[0]?.bounds).toEqual({ x: 5, y: 5, width: 330, height: 60 });
});

it('moves onto a smaller screen, and back where it was, without storing that as a drag', () => {
  const { gauge, windows, set, onMoved, changeDisplay, screen } = build();
  set({ gauge: true, gaugePosition: { x: 650, y: 700 } });
  windows[0]?.emit('ready-to-show');
  gauge.fit({ width: 200, height: 40 });
  changeDisplay(smallDisplay);
  vi.advanceTimersByTime(1_000);
  expect(windows[0]?.bounds).toEqual({ x: 300, y: 340, width: 300, height: 60 });
  changeDisplay(display);
  vi.advanceTimersByTime(1_000);
  expect(windows[0]?.bounds).toEqual({ x: 650, y: 700, width: 300, height: 60 });
  expect(onMoved).not.toHaveBeenCalled();
  set({ gauge: false });
  expect(screen.eventNames()).toEqual([]);
});

it('does not mistake rounding at a scale of 125 % for a drag', () => {
  const { gauge, windows, set, onMoved } = build();
  set({ gauge: true });
  const { setBounds } = FakeWindow.prototype;
  windows[0]!.setBounds = (bounds) => setBounds.call(windows[0], { ...bounds, x: bounds.x - 1, y: bounds.y + 1 });
  windows[0]?.emit('ready-to-show');
  gauge.fit({ width: 210, height: 40 });
  vi.advanceTimersByTime(1_000);
  expect(onMoved).not.toHaveBeenCalled();
});

it('is switched off by closing it, not by quitting', () => {
  const { windows, set, onClosed, quit } = build();
  set({ gauge: true });
  windows[0]?.emit('close');
  expect(onClosed).toHaveBeenCalledTimes(1);
  quit();
  windows[0]?.emit('close');
  expect(onClosed).toHaveBeenCalledTimes(1);
});

it('comes back a while after its page died, while it is wanted', () => {
  const { windows, set } = build();
  set({ gauge: true });
  windows[0]?.destroy();
  expect(windows).toHaveLength(1);
  vi.advanceTimersByTime(10_000);
  expect(windows).toHaveLength(2);
});

it('follows the person to every desktop where the system lets windows do that', () => {
  const [linux, windows] = [build('linux'), build('win32')];
  for (const { set } of [linux, windows]) set({ gauge: true });
  expect(linux.windows[0]?.setVisibleOnAllWorkspaces).toHaveBeenCalledTimes(1);
  expect(windows.windows[0]?.setVisibleOnAllWorkspaces).not.toHaveBeenCalled();
});
