import { describe, expect, it } from 'vitest';
import { parseWindowsTable, windowsTableScript } from '../../../../../main/node/probes/windows-table.ts';

const claude = {
  p: 4120,
  q: 988,
  n: 'claude.exe',
  x: 'C:\\Users\\Zoë\\.local\\bin\\claude.exe',
  c: '"C:\\Users\\Zoë\\.local\\bin\\claude.exe" --resume',
  s: 1_777_629_723_123,
  t: 156_250_000,
  w: 402_653_184,
};

describe('parseWindowsTable', () => {
  it('reads rows', () => {
    expect(parseWindowsTable(JSON.stringify([claude]))).toEqual([
      {
        pid: 4120,
        parentPid: 988,
        name: 'claude',
        commandLine: '"C:\\Users\\Zoë\\.local\\bin\\claude.exe" --resume',
        cwd: null,
        startedAtMs: 1_777_629_723_123,
        cpuTimeMs: 15_625,
        rssBytes: 402_653_184,
        isPaused: null,
      },
    ]);
  });

  it('reads a single row, a byte order mark and counters given as text', () => {
    const samples = parseWindowsTable(`\uFEFF${JSON.stringify({ ...claude, t: '156250000', w: '1024' })}\r\n`);
    expect(samples[0]).toMatchObject({ pid: 4120, cpuTimeMs: 15_625, rssBytes: 1_024 });
  });

  it('falls back to the path of the executable, then to its name', () => {
    const rows = [
      { ...claude, c: null },
      { ...claude, c: null, x: null },
    ];
    expect(parseWindowsTable(JSON.stringify(rows)).map(({ commandLine }) => commandLine)).toEqual([
      '"C:\\Users\\Zoë\\.local\\bin\\claude.exe"',
      'claude.exe',
    ]);
  });

  it('skips what is not a process', () => {
    const rows = [{ p: 0, q: 0, n: 'System Idle Process', x: null, c: null, s: null, t: 1, w: 8_192 }, null, 'x', {}];
    expect(parseWindowsTable(JSON.stringify(rows))).toEqual([]);
  });

  it('throws when it is not JSON', () => {
    expect(() => parseWindowsTable('Get-CimInstance : Access denied')).toThrow(SyntaxError);
  });
});

describe('windowsTableScript', () => {
  it('needs no escaping on a command line', () => {
    expect(windowsTableScript).not.toMatch(/["\n\\]/);
  });
});
