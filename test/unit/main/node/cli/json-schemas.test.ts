import { describe, expect, it } from 'vitest';
import { checkAnswer, hostContract } from '../../../../../shared/contract/index.ts';
import {
  createFakeEngine,
  makeActiveBlock,
  makeBlock,
  makeDiagnosis,
  makeLimit,
  makeProcess,
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
  processes: [makeProcess()],
  diagnoses: [makeDiagnosis()],
};

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

describe('call', () => {
  it('answers any query of the contract, also one without a table', async () => {
    const totals = await readJson('call', 'totals', '{"since":"2026-05-01"}');
    expect(totals).toEqual({ schema: 'fuelgauge.totals.v2', ...makeTotals() });
    expect(await readJson('call', 'settings')).toMatchObject({ theme: 'system' });
    expect(await readJson('call', 'snapshot')).toMatchObject({ schema: 'fuelgauge.snapshot.v1', generatedAtMs: nowMs });
    expect(await readJson('call', 'report', '{"by":"model"}')).toMatchObject({ query: { by: 'model', split: 'none' } });
  });

  it.each([
    [['call', 'setPaused', 'true'], 'unknown question'],
    [['call', 'toString'], 'unknown question'],
    [['call', 'report', '{"by":"colour"}'], 'by'],
    [['call', 'report', '{by'], 'not JSON'],
    [['call'], "missing required argument 'question'"],
  ])('%j ends with 2 and one line that says why', async (args, hint) => {
    const { exitCode, stdout, stderr } = await runWith(createFakeEngine(), args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^fuelgauge: [^\n]+\n$/);
    expect(stderr).toContain(hint);
  });
});
