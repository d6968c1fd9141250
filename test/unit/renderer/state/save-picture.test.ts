import { expect, it } from 'vitest';
import { toFileName } from '../../../../renderer/state/save-picture.ts';

it.each([
  ['Tokens per day', 'tokens-per-day'],
  ['../../etc: 5-hour limit!', 'etc-5-hour-limit'],
  ['每日令牌', '每日令牌'],
  ['…', 'fuelgauge'],
])('a file of %s is named %s', (title, name) => {
  expect(toFileName(title)).toBe(name);
});
