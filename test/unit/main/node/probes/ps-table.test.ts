import { describe, expect, it } from 'vitest';
import { parsePsTable, parsePsTime, psColumns } from '../../../../../main/node/probes/ps-table.ts';
import { findAgent } from '../../../../../shared/processes/find-agent.ts';

const executables = `    1 /sbin/launchd
  501 -zsh
  733 /Applications/Claude.app/Contents/MacOS/Claude
  760 /Users/ada/Library/Application Support/Claude/claude-code/2.1.9/claude.app/Contents/MacOS/claude
12345 node
`;
const processes = `    1     0 Fri May  1 06:00:01 2026       3:15.08  18320 Ss+  /sbin/launchd
  501   500 Fri May  1 08:30:00 2026       0:00.12   3456 Ss+  -zsh
  733     1 Thu Apr 30 23:59:59 2026     754:01.50 245760 Ss+  /Applications/Claude.app/Contents/MacOS/Claude
  760   733 Fri May  1 10:02:03 2026       0:09.99 512000 Ss+  /Users/ada/Library/Application Support/Claude/claude-code/2.1.9/claude.app/Contents/MacOS/claude --model x
12345   501 Fri May  1 10:02:03 2026       1:00.00 102400 T    node /opt/homebrew/bin/codex --full-auto "do  it"
12346   501 Fri May  1 10:02:04 2026       0:00.00      0 Ss+  (sleep)
this is no row
`;

describe('parsePsTable', () => {
  const samples = parsePsTable(processes, executables);

  it('reads every row', () => {
    expect(samples.map(({ pid }) => pid)).toEqual([1, 501, 733, 760, 12_345, 12_346]);
    expect(samples[2]).toEqual({
      pid: 733,
      parentPid: 1,
      name: 'Claude',
      commandLine: '/Applications/Claude.app/Contents/MacOS/Claude',
      cwd: null,
      startedAtMs: Date.UTC(2026, 3, 30, 23, 59, 59),
      cpuTimeMs: (754 * 60 + 1.5) * 1_000,
      rssBytes: 245_760 * 1_024,
      isPaused: false,
    });
  });

  it('keeps executables with spaces together', () => {
    expect(samples[3]?.name).toBe('claude');
    expect(samples[3]?.commandLine).toMatch(/^"\/Users\/ada\/Library\/Application Support\/.*\/claude" --model x$/);
  });

  it('knows what is paused', () => {
    expect(samples.filter(({ isPaused }) => isPaused).map(({ pid }) => pid)).toEqual([12_345]);
  });

  it('returns what agents are found by', () => {
    expect(samples.map((sample) => findAgent(sample)?.id ?? null)).toEqual([
      null,
      null,
      'claude-desktop',
      'claude-code',
      'codex',
      null,
    ]);
  });

  it('works without the other column set', () => {
    expect(parsePsTable(processes, '').map(({ name }) => name)).toContain('node');
  });

  it('ends every column set with the text that must be complete', () => {
    expect(psColumns.executables.at(-1)).toBe('comm=');
    expect(psColumns.processes.at(-1)).toBe('args=');
  });
});

describe('parsePsTime', () => {
  it.each([
    ['0:00.01', 10],
    ['123:45.67', 123 * 60_000 + 45_670],
    ['02:03:04', 7_384_000],
    ['5-02:03:04', 5 * 86_400_000 + 7_384_000],
  ])('reads %s', (text, expected) => {
    expect(parsePsTime(text)).toBe(expected);
  });

  it('rejects everything else', () => {
    expect(parsePsTime('-')).toBeNull();
  });
});
