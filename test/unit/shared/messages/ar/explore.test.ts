import { expect, it } from 'vitest';
import { createExplore } from '../../../../../shared/messages/ar/explore.ts';
import { createFormats } from '../../../../../shared/messages/format/formats.ts';

it('keeps a session’s date in its order, whatever the letters of its project', () => {
  const name = createExplore(createFormats('ar')).sessionAt?.('shop-2', '6 أغسطس');
  // From right to left, with the project isolated: its letters would take the day along otherwise.
  expect(name).toBe('\u200f\u2068shop-2\u2069، 6 أغسطس');
});
