import { minuteMs, secondMs } from '../../../../shared/domain/instant.ts';
import type { ActivityRow } from '../../../../shared/domain/activity.ts';
import type { FocusState } from '../../../../shared/domain/activity-sums.ts';
import type { ActivityStore } from '../../../../shared/ports/activity-store.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { FocusProbe } from '../../../../shared/ports/focus-probe.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import type { ActivityTables } from '../../../../shared/activity/activity-tables.ts';
import { spreadActive, toQuarterRow } from '../../../../shared/activity/slots.ts';
import { createActivityBuffer } from './activity-buffer.ts';
import { createRepeater, type Repeater } from '../repeater.ts';

/** How often the foreground window is read. */
const focusEveryMs = 5 * secondMs;
/** A longer gap between two readings means that the machine slept. */
const maxGapMs = 3 * focusEveryMs;
/** How often the setting is checked while it is off. */
const offEveryMs = minuteMs;

/** Records how long AI apps are in the foreground, if the person has turned that on. */
export interface FocusWatch extends Repeater {
  /** Reads once; never rejects. */
  read(): Promise<void>;
  /** Writes what is waiting. Never throws. */
  flush(): void;
  state(): FocusState;
}

interface Seen {
  readonly app: string | null;
  readonly atMs: number;
}

/** Builds it; nothing is read yet. Only the writer of the ledger reads. */
export function createFocusWatch(options: {
  readonly probe: FocusProbe;
  readonly isOn: () => boolean;
  readonly store: () => ActivityStore;
  readonly tables: () => ActivityTables;
  readonly clock: Clock;
  readonly logger: Logger;
}): FocusWatch {
  const { probe, clock, isOn } = options;
  let state: FocusState = 'unknown';
  let last: Seen | null = null;
  const buffer = createActivityBuffer({ ...options, what: 'apps' });

  const note = (app: string | null): void => {
    const atMs = clock.nowMs();
    const before = last;
    last = { app, atMs };
    if (app === null) return;
    buffer.add(toRows(app, atMs, before));
  };
  const read = async (): Promise<void> => {
    if (!isOn()) {
      probe.close();
      buffer.flush();
      last = null;
      return;
    }
    const reading = await probe.read();
    state = reading.kind === 'unknown' ? 'unknown' : 'known';
    note(reading.kind === 'window' ? (options.tables().matchApp(reading.names)?.id ?? null) : null);
  };
  const ticks = createRepeater(
    () => (isOn() ? focusEveryMs : offEveryMs),
    read,
    () => undefined,
  );
  return {
    ...ticks,
    stop() {
      ticks.stop();
      buffer.flush();
      probe.close();
    },
    read,
    flush: buffer.flush,
    state: () => (isOn() ? state : 'off'),
  };
}

/** The time since the last reading, and a switch to the app if another one was in front before. */
function toRows(app: string, atMs: number, before: Seen | null): readonly ActivityRow[] {
  const gapMs = before === null ? 0 : atMs - before.atMs;
  const subject = { kind: 'app', name: app, via: '', origin: 'focus' } as const;
  const added = gapMs > 0 && gapMs <= maxGapMs ? spreadActive(subject, atMs - gapMs, atMs) : [];
  return before?.app === app ? added : [...added, toQuarterRow(subject, atMs, { count: 1 })];
}
