import { describe, expect, it } from 'vitest';
import { createReportBackoff } from '../../../../../../main/node/host/error-reports/report-backoff.ts';

describe('createReportBackoff', () => {
  it('is silent for a minute, then for two, up to an hour, for each key separately', () => {
    const backoff = createReportBackoff();
    const minutes = Array.from({ length: 400 }, (_, minute) => minute);
    const reported = minutes.filter((minute) => backoff.isDue('a', minute * 60_000));
    expect(reported).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243, 303, 363]);
    expect(backoff.isDue('b', 0)).toBe(true);
  });

  it('forgets all when there are too many keys', () => {
    const backoff = createReportBackoff();
    for (let key = 0; key < 1_000; key += 1) expect(backoff.isDue(`key ${key}`, 0)).toBe(true);
  });
});
