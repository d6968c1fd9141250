import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import { makeFolder } from './harness.ts';

const script = fileURLToPath(new URL('../../support/scan-process.ts', import.meta.url));
const hugeBytes = 600 * 1024 * 1024;
/** For a process that reads with 64 MiB for its longest line; Node itself takes about 60. */
const maxBytes = 320 * 1024 * 1024;
const atMs = Date.UTC(2026, 4, 1, 10);

interface Scan {
  readonly outputTokens: number;
  readonly events: number;
  readonly lines: number;
  readonly skips: Readonly<Record<string, number>>;
  readonly peakBytes: number;
}

/** Reads, in a separate process, a log with some ordinary lines and one whose middle is a hole of 600 MB. */
function scanHuge(start: string, end: string): Scan {
  const home = makeFolder();
  const file = claudeFile(home);
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'w');
  writeSync(handle, claudeLine({ id: 1, atMs, output: 100 }) + start);
  // Takes no disk space.
  const hole = fstatSync(handle).size + hugeBytes;
  writeSync(handle, `${end}\n${claudeLine({ id: 3, atMs, output: 300 })}`, hole);
  closeSync(handle);
  return JSON.parse(execFileSync(process.execPath, [script, home], { encoding: 'utf8' })) as Scan;
}

describe('a line of 600 MB', () => {
  const [before = '', after = ''] = claudeLine({ id: 2, atMs, output: 200 })
    .trim()
    .replace('"content":[{"type":"text","text":"Done."}]', `"content":[{"type":"text","text":"SPLIT"}]`)
    .split('SPLIT');

  it('is counted when a single text in it is that long, in bounded memory', () => {
    const scan = scanHuge(before + 'x'.repeat(32 * 1024), after);
    expect(scan).toMatchObject({ events: 3, outputTokens: 600, lines: 3, skips: {} });
    expect(scan.peakBytes).toBeLessThan(maxBytes);
  });

  it('is skipped and counted as skipped when it cannot be shortened, in bounded memory', () => {
    const scan = scanHuge('{"usage":', '}');
    expect(scan).toMatchObject({ events: 2, outputTokens: 400, lines: 3, skips: { 'line-too-long': 1 } });
    expect(scan.peakBytes).toBeLessThan(maxBytes);
  });
});
