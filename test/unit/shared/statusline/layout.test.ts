import { describe, expect, it } from 'vitest';
import { fitLine } from '../../../../shared/statusline/layout.ts';
import { span, toText } from '../../../../shared/statusline/segment.ts';

describe('a line that fits in no form', () => {
  const cut = (width: number, ...texts: readonly string[]) =>
    fitLine([{ kind: 'cell', forms: [texts.map((text) => span(text))], priority: 1 }], width)
      .map(({ segment }) => toText(segment))
      .join('');

  it('ends where it is cut: what comes later does not fill a column that a wide character leaves', () => {
    expect(cut(4, '日本', 'x')).toBe('日…');
    expect(cut(4, 'ab', 'cde')).toBe('abc…');
    expect(cut(0, 'ab')).toBe('');
  });
});
