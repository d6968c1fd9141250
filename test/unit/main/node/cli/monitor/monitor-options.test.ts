import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toMonitorOptions } from '../../../../../../main/node/cli/monitor/monitor-options.ts';
import { createFakeEngine, makeActiveBlock, runWith } from '../../../../../fakes/cli-host.ts';

const run = (...args: readonly string[]) =>
  runWith(createFakeEngine({ activeBlocks: [makeActiveBlock()] }), ['claude-monitor', ...args]);

describe('the options of claude-monitor', () => {
  it.each([
    [{}, null],
    [{ plan: 'max5' }, { plan: 'max-5x' }],
    [{ plan: 'max20', customLimitTokens: 5 }, { plan: 'max-20x' }],
    [{ plan: 'custom' }, { plan: 'p90', customBlockLimit: { unit: 'tokens-in-out', value: 1 } }],
    [{ customLimitTokens: 9_000 }, { plan: 'custom', customBlockLimit: { unit: 'tokens-in-out', value: 9_000 } }],
  ])('%j: the plan of this call is %j', (values, plan) => {
    expect(toMonitorOptions(values)).toMatchObject({ options: { plan, source: 'claude-code' } });
  });

  it('are those of watch', () => {
    const values = { view: 'daily', theme: 'dark', refreshRate: 3, refreshPerSecond: 0.75, once: true };
    expect(toMonitorOptions({ ...values, output: 'json', writeState: '/tmp/s' })).toMatchObject({
      options: { timeZone: null, format: 'json', stateFile: '/tmp/s' },
      choices: { view: 'daily', theme: 'dark', refreshSeconds: 3, drawingsPerSecond: 0.75, isOnce: true },
      isLine: false,
    });
  });
});

describe('fuelgauge claude-monitor', () => {
  it('shows the live view once, in the zone and under the plan that were asked for', async () => {
    const zone = ['--timezone', 'Asia/Tokyo', '--time-format', '12h', '--reset-hour', '9', '--log-level', 'DEBUG'];
    const { exitCode, stdout, requests } = await run('--once', '--plan', 'pro', ...zone);
    expect(exitCode).toBe(0);
    expect(stdout).not.toBe('');
    expect(requests).toMatchObject([
      { timeZone: 'Asia/Tokyo', plan: { plan: 'pro' }, source: 'claude-code', dayStartHour: 9 },
    ]);
    expect(stdout).toMatch(/\d\d:\d\d [AP]M/);
    expect((await run('--once', '--time-format', '24h')).stdout).not.toMatch(/\d [AP]M/);
  });

  it('prints the JSON of claude-monitor once, and ends with its exit code', async () => {
    const { stdout, exitCode } = await run('--once', '--output', 'json', '--view', 'monthly', '--theme', 'light');
    // Without logs there is no active block.
    expect(exitCode).toBe(20);
    expect(JSON.parse(stdout)).toMatchObject({
      schema_version: '1.0',
      status: { code: 20, label: 'no_active_session' },
    });
    expect(JSON.parse((await run('--once', '--output', 'json', '--plan', 'max5')).stdout)).toMatchObject({
      plan: 'max5',
    });
  });

  it('keeps that object in a file, too: the usual one, or that of --state-file', async () => {
    const parsed = (values: object) => toMonitorOptions(values as never) as { options: { stateFile: string | null } };
    expect(parsed({ writeState: '/usual', stateFile: '/tmp/s' }).options.stateFile).toBe('/tmp/s');
    expect(parsed({ stateFile: '/tmp/s' }).options.stateFile).toBeNull();
    const file = join(mkdtempSync(join(tmpdir(), 'fuelgauge-')), 'a', 'state.json');
    const { stdout } = await run('--once', '--output', 'json', '--write-state', '--state-file', file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(stdout));
    rmSync(dirname(dirname(file)), { recursive: true });
  });

  it('prints the line of claude-monitor with --compact, and its object as JSON', async () => {
    const line = await run('--compact', '--once');
    expect(line).toMatchObject({ exitCode: 20, stdout: 'claude --% | --/min | reset --:-- | $0.00\n' });
    expect(JSON.parse((await run('--compact', '--output', 'json')).stdout)).toMatchObject({ schema_version: '1.0' });
  });

  it.each(['auto', 'local'])('--timezone %s is that of the settings', async (zone) => {
    const { exitCode, requests } = await run('--once', '--timezone', zone);
    expect(exitCode).toBe(0);
    expect(requests).toMatchObject([{ timeZone: null }]);
  });

  it.each([
    ['--plan', 'team'],
    ['--view', 'weekly'],
    ['--timezone', 'Mars/Base'],
    ['--refresh-rate', '0'],
    ['--reset-hour', '24'],
    ['--custom-limit-tokens', '0'],
  ])('refuses %s %s', async (...args) => {
    expect((await run('--once', ...args)).exitCode).toBe(2);
  });
});
