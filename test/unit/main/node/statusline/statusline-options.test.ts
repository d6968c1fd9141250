import { describe, expect, it } from 'vitest';
import { parseStatuslineOptions } from '../../../../../main/node/statusline/statusline-options.ts';

const parse = (...args: readonly string[]) => parseStatuslineOptions(args, {});

describe('the options of a status line', () => {
  it('are those of ccusage too, whose values may be left out', () => {
    expect(parse('-B', '--cost-source', 'both')).toMatchObject({ burnMark: 'off', costSource: 'both' });
    expect(parse('--visual-burn-rate', 'emoji-text', '--offline')).toMatchObject({ burnMark: 'emoji-text' });
    expect(parse('--context-low-threshold=10', '--cost-source', '--no-cache', '--budget', '5')).toMatchObject({
      contextPercents: [10, 80],
      costSource: 'auto',
      budgetUsd: 5,
    });
  });

  it('may have a value that begins with a dash', () => {
    expect(parse('--template', '-{model}').template).toBe('-{model}');
  });

  it('are left as they are where the last has no value', () => {
    expect(parse('--width')).toMatchObject({ width: null });
    expect(parse('--style', 'powerline', '--data')).toMatchObject({ style: 'powerline', dataFolder: null });
  });
});
