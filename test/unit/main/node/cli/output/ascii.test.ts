import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { toAsciiText, wantsAscii } from '../../../../../../main/node/cli/output/ascii.ts';

describe('wantsAscii', () => {
  it.each([
    [{}, false],
    [{ LANG: 'C' }, true],
    [{ LANG: 'POSIX' }, true],
    [{ LANG: 'C.UTF-8' }, false],
    [{ LANG: 'de_DE.utf8' }, false],
    [{ LANG: 'de_DE.ISO-8859-1' }, true],
    [{ LANG: 'de_DE' }, false],
    [{ LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, true],
    [{ LC_ALL: '', LC_CTYPE: 'en_US.UTF-8', LANG: 'C' }, false],
  ])('%j: %j', (variables, isAscii) => {
    expect(wantsAscii(variables)).toBe(isAscii);
  });
});

describe('toAsciiText', () => {
  it('keeps the width, the codes of colours, and what is ASCII already', () => {
    for (const text of ['██░░┃', '─ … └ a', '\u001b[32m█\u001b[0m', '漢字 é', 'plain']) {
      const ascii = toAsciiText(text);
      expect(ascii).toMatch(/^\p{ASCII}*$/u);
      expect(stringWidth(ascii)).toBe(stringWidth(text));
    }
    expect(toAsciiText('\u001b[32m█░\u001b[0m 漢')).toBe('\u001b[32m#.\u001b[0m ??');
  });
});
