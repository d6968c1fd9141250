import { describe, expect, it } from 'vitest';
import { parseRange, toBounds, toRangeParameters } from '../../../../renderer/state/range.ts';

describe('a range in an address', () => {
  it.each([
    [{}, { name: '30', since: null, until: null }],
    [{ range: '7' }, { name: '7', since: null, until: null }],
    [{ range: 'nonsense' }, { name: '30', since: null, until: null }],
    [
      { range: 'custom', since: '2026-05-03', until: '2026-05-01' },
      { name: 'custom', since: '2026-05-01', until: '2026-05-03' },
    ],
    [
      { range: 'custom', since: '2026-02-30', until: '2026-05-01' },
      { name: '30', since: null, until: null },
    ],
  ])('%j', (parameters, range) => {
    expect(parseRange(parameters)).toEqual(range);
    expect(parseRange(toRangeParameters(parseRange(parameters)))).toEqual(range);
  });
});

it.each([
  ['today', '2026-05-14', '2026-05-14'],
  ['7', '2026-05-08', '2026-05-14'],
  ['365', '2025-05-15', '2026-05-14'],
  ['all', null, null],
] as const)('the days of %s', (name, since, until) => {
  expect(toBounds({ name, since: null, until: null }, '2026-05-14')).toEqual({ since, until });
});
