import type { Result } from '../lib/result.ts';
import type { CallName, EventName } from './host.ts';

/** What a call's channel carries back: Electron would wrap a thrown message in its own words. */
export type CallAnswer = Result<unknown>;

const allCalls = {
  snapshot: true,
  report: true,
  settings: true,
  doctor: true,
  updateSettings: true,
  setPaused: true,
  rescan: true,
  openWindow: true,
  hidePopover: true,
  chooseFolder: true,
  quit: true,
} as const satisfies Readonly<Record<CallName, true>>;

const allEvents = {
  snapshotChanged: true,
  settingsChanged: true,
  viewRequested: true,
} as const satisfies Readonly<Record<EventName, true>>;

/** Whether the contract has a call of this name. Spelled out, so that a preload needs no schema library to know. */
export function isCallName(name: string): name is CallName {
  return Object.hasOwn(allCalls, name);
}

/** Whether the contract has an event of this name. */
export function isEventName(name: string): name is EventName {
  return Object.hasOwn(allEvents, name);
}

/** The IPC channel that carries a call. */
export function toCallChannel(name: CallName): string {
  return `fuelgauge:call:${name}`;
}

/** The IPC channel that carries an event. */
export function toEventChannel(name: EventName): string {
  return `fuelgauge:event:${name}`;
}
