import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The system time of other processes, which can be set while they run (libfaketime, of Debian's package `faketime`). */
export interface FakeTime {
  /** For the environment of a process. Its monotonic clock and the times of files stay real, as the kernel's do. */
  readonly variables: Readonly<Record<string, string>>;
  /** Sets their system time to so much after the real one; negative is before it. */
  set(offsetMs: number): void;
  /** Their system time, UTC milliseconds. */
  nowMs(): number;
  close(): void;
}

const places = ['/usr/lib/*/faketime/libfaketimeMT.so.1', '/usr/lib*/faketime/libfaketimeMT.so.1'];

/** Where the library is; null when it is not installed. Other systems have another one, which does not do for Node. */
export function findFakeTime(): string | null {
  if (process.platform !== 'linux') return null;
  return globSync(places).find((path) => existsSync(path)) ?? null;
}

/** Begins with the real time. */
export function createFakeTime(library: string): FakeTime {
  const folder = mkdtempSync(join(tmpdir(), 'fuelgauge-time-'));
  const file = join(folder, 'time');
  let offsetSeconds = 0;
  const set = (offsetMs: number): void => {
    offsetSeconds = Math.round(offsetMs / 1_000);
    writeFileSync(file, offsetSeconds < 0 ? String(offsetSeconds) : `+${offsetSeconds}`);
  };
  set(0);
  return {
    variables: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    },
    set,
    nowMs: () => Date.now() + offsetSeconds * 1_000,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
