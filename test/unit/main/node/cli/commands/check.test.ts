import { describe, expect, it } from 'vitest';
import { createFakeEngine, makeLimit, nowMs, runWith } from '../../../../../fakes/cli-host.ts';
import { createFakeBlock } from '../../../../../fakes/fake-sections.ts';

describe('check', () => {
  const limits = [makeLimit({ usedPercent: 95 }), makeLimit({ usedPercent: 20, windowMinutes: 10_080 })];
  const check = (...args: readonly string[]) => runWith(createFakeEngine({ limits }), ['check', ...args]);

  it('ends with the code of the worst window that was asked for', async () => {
    expect((await check()).exitCode).toBe(10);
    expect((await check('--min-remaining', '5')).exitCode).toBe(0);
    expect((await check('--window', 'no-such')).exitCode).toBe(30);
    expect((await check('--window', 'no-such', '--fail-open')).exitCode).toBe(0);
  });

  it('is not fine where one of the windows that were asked for is not known', async () => {
    const both = await check('--window', '7d', '--window', '5hh');
    expect(both.exitCode).toBe(30);
    expect(both.stdout).toContain('No limit "5hh" is known.');
    expect(both.stdout).toContain('80% left');
    expect((await check('--window', '7d')).exitCode).toBe(0);
    // A limit that is nearly used up is the more urgent answer.
    expect((await check('--window', '5h', '--window', '5hh')).exitCode).toBe(10);
    expect(JSON.parse((await check('--window', '7d', '--window', '5hh', '--json')).stdout)).toMatchObject({
      verdict: 'no-data',
    });
  });

  it('goes by the plan or limit in the settings where a provider reports nothing', async () => {
    const fake = createFakeBlock(nowMs);
    const block = (usedPercent: number) => ({ ...fake, limit: { ...fake.limit!, usedPercent } });
    const ask = (usedPercent: number, ...args: readonly string[]) =>
      runWith(createFakeEngine({ limits: [], sections: { blocks: [block(usedPercent)] } }), ['check', ...args]);
    const near = await ask(95);
    expect(near.exitCode).toBe(10);
    expect(near.stdout).toMatch(/^Claude Code, 5-hour limit: nearly used up, 5% left, resets in .*, estimated$/m);
    expect((await ask(50, '--window', '5h')).exitCode).toBe(0);
    expect((await ask(95, '--source', 'codex')).exitCode).toBe(30);
  });

  it('says what is left, and when it resets', async () => {
    const { stdout } = await check();
    expect(stdout).toMatch(/^Codex, .* limit: nearly used up, 5% left, resets in /m);
  });

  it('prints JSON with the verdict on each window', async () => {
    const { stdout } = await check('--json');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'fuelgauge.check.v1',
      verdict: 'near',
      minRemainingPercent: 10,
      windows: [{ verdict: 'near' }, { verdict: 'fine' }],
    });
  });

  it.each(['-1', '101', 'x', ''])('refuses %j percent', async (percent) => {
    expect((await check('--min-remaining', percent)).exitCode).toBe(2);
  });
});
