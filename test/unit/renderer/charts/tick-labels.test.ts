import { expect, it } from 'vitest';
import { nameOnce } from '../../../../renderer/charts/tick-labels.ts';

it('names a time once, where several ticks have the same', () => {
  expect(nameOnce(['2:13 PM', '2:13 PM', '2:14 PM', '2:14 PM'])).toEqual(['2:13 PM', '', '2:14 PM', '']);
  expect(nameOnce(['Jan', 'Feb', 'Jan'])).toEqual(['Jan', 'Feb', 'Jan']);
});
