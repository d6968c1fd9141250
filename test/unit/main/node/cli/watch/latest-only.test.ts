import { describe, expect, it } from 'vitest';
import { createLatestOnly } from '../../../../../../main/node/cli/watch/latest-only.ts';

describe('createLatestOnly', () => {
  it('runs once more after a run, however many requests came during it', async () => {
    let finish = (): void => undefined;
    let runs = 0;
    const request = createLatestOnly(
      () => {
        runs += 1;
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
      () => undefined,
    );
    request();
    for (let count = 0; count < 5; count += 1) request();
    expect(runs).toBe(1);
    finish();
    await new Promise(setImmediate);
    expect(runs).toBe(2);
    finish();
    await new Promise(setImmediate);
    expect(runs).toBe(2);
  });

  it('reports a failure and runs no more', async () => {
    const errors: unknown[] = [];
    let runs = 0;
    const request = createLatestOnly(
      async () => {
        runs += 1;
        throw new Error('disk full');
      },
      (error) => errors.push(error),
    );
    request();
    await new Promise(setImmediate);
    request();
    expect({ runs, errors }).toEqual({ runs: 1, errors: [new Error('disk full')] });
  });
});
