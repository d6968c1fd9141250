import { describe, expect, it } from 'vitest';
import { toDrawingOptions } from '../../../../../main/node/statusline/is-drawing.ts';

describe('toDrawingOptions', () => {
  it.each([
    [['statusline'], []],
    [
      ['statusline', '--style', 'plain'],
      ['--style', 'plain'],
    ],
    [
      ['ccusage', 'statusline', '--offline'],
      ['--preset', 'ccusage', '--offline'],
    ],
    [
      ['ccusage', 'statusline'],
      ['--preset', 'ccusage'],
    ],
    [['statusline', 'install'], null],
    [['statusline', 'unistall'], null],
    [['statusline', ''], null],
    [['statusline', '--help'], null],
    [['ccusage', 'statusline', '--help'], null],
    [['ccusage', 'daily'], null],
    [['ccusage'], null],
    [[], null],
  ])('%j', (args, options) => {
    expect(toDrawingOptions(args)).toEqual(options);
  });
});
