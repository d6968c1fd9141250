import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseWslBoot, parseWslTable, wslScript } from '../../../../../main/node/probes/wsl-table.ts';

const recorded = readFileSync(
  path.resolve(import.meta.dirname, '../../../../fixtures/processes/wsl-debian-12.bin'),
  'utf8',
);

describe('the process table of a WSL distribution', () => {
  it('is read out of recorded bytes, whatever arguments hold', () => {
    const boot = parseWslBoot(recorded);
    expect(boot).toBe(1_795_702_238);
    const samples = parseWslTable(recorded, boot!);
    expect(samples.map(({ pid, parentPid, name, cwd }) => [pid, parentPid, name, cwd])).toEqual([
      [1, 0, 'bash', '/'],
      [5, 1, 'claude', '/srv/shop two'],
      [6, 1, 'sleep', '/srv/shop two'],
      [8, 1, 'sh', '/'],
    ]);
    const [, claude, server] = samples;
    expect(claude).toMatchObject({ commandLine: '/srv/claude 300', isPaused: true, cpuTimeMs: 0 });
    expect(claude!.rssBytes).toBeGreaterThan(1e6);
    expect(claude!.startedAtMs).toBeGreaterThan(boot! * 1_000);
    expect(server!.commandLine).toBe('"node /srv/mcp-server.js\n@@fuelgauge folders@@\nx" 300');
    expect(server!.isPaused).toBe(false);
  });

  it('has no rows in an output that is cut off, or something else', () => {
    for (const text of ['', 'Wsl/Service/E_UNEXPECTED', 'btime 5\n5 (claude) S 1', '\0'.repeat(1_000)]) {
      expect(parseWslTable(text, 5)).toEqual([]);
    }
    expect(parseWslBoot('no such thing')).toBeNull();
    for (let end = 0; end < recorded.length; end += 97) parseWslTable(recorded.slice(0, end), 5);
  });

  it.runIf(process.platform === 'linux')('is what the script prints on a real Linux', () => {
    const output = execFileSync('sh', ['-c', wslScript], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const own = parseWslTable(output, parseWslBoot(output)!).find(({ pid }) => pid === process.pid);
    expect(own).toMatchObject({ parentPid: process.ppid, cwd: process.cwd(), isPaused: false });
    expect(Math.abs(own!.startedAtMs - performance.timeOrigin)).toBeLessThan(30_000);
  });
});
