import { describe, expect, it } from 'vitest';
import { run } from '../../../../build/lib/run.ts';

const node = (code: string, timeoutMs?: number): ReturnType<typeof run> =>
  run(process.execPath, ['-e', code], timeoutMs === undefined ? {} : { timeoutMs });

describe('run', () => {
  it('returns the output and the exit code', async () => {
    expect(await node('console.log("out"); console.error("err"); process.exit(3)')).toEqual({
      code: 3,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  it('reports a program that cannot start as failed', async () => {
    expect(await run('no-such-program-here', [])).toMatchObject({
      code: 127,
      stderr: expect.stringContaining('ENOENT'),
    });
  });

  it('ends a program that exceeds its timeout', async () => {
    expect((await node('setTimeout(String, 60_000)', 50)).code).not.toBe(0);
  });
});
