import { describe, expect, it } from 'vitest';
import { oneShotCommands } from '../../../../../main/node/cli/commands/all-commands.ts';
import type { CliCommand } from '../../../../../main/node/cli/command.ts';
import type { OptionGroup } from '../../../../../main/node/cli/options/cli-options.ts';
import { checkAnswer, hostContract, schemaNameOf } from '../../../../../shared/contract/index.ts';
import { filterFields } from '../../../../../shared/domain/profile-fields.ts';
import { reportKeys } from '../../../../../shared/domain/report.ts';
import {
  createFakeEngine,
  makeActiveBlock,
  makeBlock,
  makeDiagnosis,
  makeLimit,
  makeOrphan,
  makeTree,
  makeRow,
  makeSession,
  makeTotals,
  nowMs,
  runWith,
} from '../../../../fakes/cli-host.ts';

const answers = {
  rows: [makeRow()],
  totals: makeTotals(),
  blocks: [makeBlock()],
  activeBlocks: [makeActiveBlock()],
  sessions: [makeSession()],
  limits: [makeLimit()],
  processes: [
    makeTree({ session: { source: 'claude-code', sessionId: 's-1', confidence: 'likely', evidence: 'folder' } }),
  ],
  orphans: [makeOrphan()],
  diagnoses: [makeDiagnosis()],
};

/** Every option of a command that may change what it prints as JSON, as it is written. */
const optionsOf: Readonly<Record<OptionGroup, readonly (readonly string[])[]>> = {
  key: [...reportKeys.map((key) => ['--by', key]), ['--by', 'day,project']],
  ids: [['--id', 's']],
  blocks: [['--active'], ['--recent']],
  filter: [...filterFields.map(({ report }) => [`--${report}`, '*']), ['--exclude-project', 'shop']],
  rows: [
    ['--order', 'desc'],
    ['--last', '1'],
  ],
  breakdown: [['--breakdown']],
  columns: [['--no-cost'], ['--compact']],
  formats: [],
  tree: [['--tree']],
  ask: [['--ask']],
};
const commonOptions = [
  ['--since', '2026-05-01'],
  ['--until', '2026-05-02'],
  ['--timezone', 'Asia/Tokyo'],
  ['--source', 'codex'],
  ['--cost-mode', 'display'],
];

/** Every option of a command, alone and with each of the others. */
function pairsOf({ options }: CliCommand): readonly (readonly string[])[] {
  const all = [...commonOptions, ...options.flatMap((group) => optionsOf[group])];
  const pairs = all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((two) => (one[0] === two[0] ? [] : [[...one, ...two]])),
  );
  return [[], ...all, ...pairs];
}

async function readJson(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { exitCode, stdout, stderr } = await runWith(createFakeEngine(answers), args);
  expect([exitCode, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('--schema', () => {
  it.each(['report', 'blocks', 'sessions', 'limits', 'processes', 'doctor'] as const)(
    '2 prints the answer to %s as the contract has it',
    async (name) => {
      const { schema, ...answer } = await readJson(name, '--json', '--schema', '2');
      expect(schema).toBe(`fuelgauge.${name}.v2`);
      checkAnswer(hostContract.calls, name, answer);
    },
  );

  it.each(['report', 'blocks', 'sessions', 'limits', 'processes', 'doctor'])(
    '1 is what %s prints without it, for scripts that know nothing else',
    async (name) => {
      const json = await readJson(name, '--json');
      expect(json['schema']).toBe(`fuelgauge.${name}.v1`);
      expect(await readJson(name, '--json', '--schema', '1')).toEqual(json);
    },
  );

  it.each(oneShotCommands.flatMap((command) => pairsOf(command).map((args) => [command.name, args, command] as const)))(
    '2 of %s is exactly the answer of the contract, or refused: %j',
    async (name, args, { schemas }) => {
      const run = await runWith(createFakeEngine(answers), [name, '--json', '--schema', '2', ...args]);
      if (schemas?.includes(2) === false || args.includes('--breakdown') || args.includes('--no-cost')) {
        expect([run.exitCode, run.stdout]).toEqual([2, '']);
        expect(run.stderr).toMatch(/^fuelgauge: [^\n]*(--schema 2|--by model)[^\n]*\n$/);
        return;
      }
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      const { schema, ...answer } = JSON.parse(run.stdout) as Record<string, unknown>;
      const call = name as keyof typeof hostContract.calls;
      expect(schema).toBe(schemaNameOf(hostContract.calls, call));
      checkAnswer(hostContract.calls, call, answer);
    },
  );

  it('2 gives the rows in the order that was asked for, and the sums of those', async () => {
    const sessions = [makeSession({ sessionId: 'a', lastAtMs: 1 }), makeSession({ sessionId: 'b', lastAtMs: 2 })];
    const run = await runWith(createFakeEngine({ ...answers, sessions }), [
      ...['sessions', '--json', '--schema', '2', '--order', 'desc'],
    ]);
    expect(JSON.parse(run.stdout)).toMatchObject({ rows: [{ sessionId: 'b' }, { sessionId: 'a' }] });
  });

  it('1 takes --breakdown and --no-cost', async () => {
    const json = await readJson('report', '--json', '--breakdown', '--no-cost');
    expect(json).toMatchObject({ schema: 'fuelgauge.report.v1', rows: [{ breakdown: [expect.anything()] }] });
    expect(JSON.stringify(json)).not.toMatch(/cost|unpriced/i);
  });

  it('2 prints the snapshot whenever it changes', async () => {
    const { stdout } = await runWith(createFakeEngine(), ['watch', '--json', '--schema', '2'], {
      onListening: (interrupt, readStdout) => {
        const poll = (): void => void (readStdout() === '' ? setImmediate(poll) : interrupt());
        poll();
      },
    });
    checkAnswer(hostContract.calls, 'snapshot', JSON.parse(stdout));
  });

  it('accepts no other number', async () => {
    const { exitCode, stderr } = await runWith(createFakeEngine(), ['report', '--json', '--schema', '3']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('1, 2')]);
  });
});

describe('the name of a schema', () => {
  it('has the version of its call, which is 1 from the start', () => {
    expect(schemaNameOf({ forecast: {}, report: { version: 2 } }, 'forecast')).toBe('fuelgauge.forecast.v1');
    expect(schemaNameOf(hostContract.calls, 'report')).toBe('fuelgauge.report.v2');
  });

  it('is the one that the snapshot carries itself', async () => {
    const { schema } = await readJson('call', 'snapshot');
    expect(schema).toBe(schemaNameOf(hostContract.calls, 'snapshot'));
  });
});

describe('call', () => {
  it.each([
    ['settings', []],
    ['processes', []],
    ['totals', ['start once']],
    ['snapshot', ['start once']],
  ])('%s reads the logs only if its answer is in them', async (query, starts) => {
    const engine = createFakeEngine(answers);
    await runWith(engine, ['call', query]);
    expect(engine.calls.filter((call) => call.startsWith('start'))).toEqual(starts);
  });

  it('answers any query of the contract, also one without a table', async () => {
    const totals = await readJson('call', 'totals', '{"since":"2026-05-01"}');
    expect(totals).toEqual({ schema: 'fuelgauge.totals.v1', ...makeTotals() });
    expect(await readJson('call', 'settings')).toMatchObject({ theme: 'system' });
    expect(await readJson('call', 'snapshot')).toMatchObject({ schema: 'fuelgauge.snapshot.v1', generatedAtMs: nowMs });
    expect(await readJson('call', 'report', '{"by":"model"}')).toMatchObject({ query: { by: 'model', split: 'none' } });
  });

  it.each([
    [['call', 'setPaused', 'true'], 'unknown query'],
    [['call', 'toString'], 'unknown query'],
    [['call', 'report', '{"by":"colour"}'], 'by'],
    [['call', 'report', '{by'], 'not JSON'],
    [['call'], "the argument 'query' is missing"],
  ])('%j ends with 2 and one line that says why', async (args, hint) => {
    const { exitCode, stdout, stderr } = await runWith(createFakeEngine(), args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^fuelgauge: [^\n]+\n$/);
    expect(stderr).toContain(hint);
  });
});
