import { expect, it } from 'vitest';
import { toBitmap } from '../../../../../main/electron/tray/tray-bitmap.ts';

const pixels = Uint8Array.from([0, 0, 0, 0, 1, 0, 0, 0, 0]);
const toTones = (bitmap: Buffer): readonly string[] =>
  Array.from({ length: 9 }, (_, at) => (bitmap[at * 4 + 3] === 0 ? '' : String(bitmap[at * 4])));

it('gives a text the color of its panel, and an edge where that is unknown', () => {
  expect(toTones(toBitmap({ edge: 3, pixels }, 'light'))).toEqual(['', '', '', '', '245', '', '', '', '']);
  expect(toTones(toBitmap({ edge: 3, pixels }, 'dark'))[4]).toBe('26');
  expect(toTones(toBitmap({ edge: 3, pixels }, 'outlined'))).toEqual(['', '26', '', '26', '245', '26', '', '26', '']);
});
