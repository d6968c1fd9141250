import { describe, expect, it } from 'vitest';
import { createFakeEngine, runWith } from '../../../../../fakes/cli-host.ts';

const run = (...args: readonly string[]) => runWith(createFakeEngine(), args);

describe('wrong usage', () => {
  it.each([
    [['report', 'a', 'b'], "too many arguments for 'report': a, b"],
    [['report', '--by'], "the option '--by <what>' needs a value"],
    [
      ['report', '--order', 'up'],
      "'up' is not a value of the option '--order <order>'. Allowed choices are asc, desc.",
    ],
    [['report', '--last', '0'], "'0' is not a value of the option '--last <n>'. It must be a whole number above zero."],
    [['report', '--nope-at-all'], `unknown option '--nope-at-all'. "fuelgauge --help" lists all options.`],
    [
      ['report', '--sinc', 'x'],
      `unknown option '--sinc' (did you mean --since?). "fuelgauge --help" lists all options.`,
    ],
    [['repor'], "unknown command 'repor' (did you mean report?). Allowed choices are report,"],
    [['otel', 'status'], "unknown command 'status'. Allowed choices are install, uninstall."],
    [['call'], "the argument 'query' is missing"],
    [['otel', 'install', "it's"], "'it's' is not a value of the argument 'agent'. Allowed choices are claude-code,"],
  ])('%j is explained in our own words', async (args, sentence) => {
    const { exitCode, stdout, stderr } = await run(...args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr.startsWith(`fuelgauge: ${sentence}`)).toBe(true);
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });
});

describe('help', () => {
  it.each([
    [['report', '--help'], 'Usage: fuelgauge report [options]'],
    [['call', '--help'], 'Usage: fuelgauge call [options] <query> [argument]'],
    [['--help'], 'Usage: fuelgauge [options] [command]'],
  ])('%j shows how the command is written', async (args, usage) => {
    expect((await run(...args)).stdout.split('\n')[0]).toBe(usage);
  });

  it('uses our words for headings, choices and defaults', async () => {
    const { stdout } = await run('report', '--help');
    expect(stdout).toContain('\nOptions of all commands:\n');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('(choices: calculate, auto, display)');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('(choices: 1, 2; default: 1)');
  });

  it('is shown in place of a missing command, without a complaint', async () => {
    const { exitCode, stderr } = await run();
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^Usage: fuelgauge/);
  });
});
