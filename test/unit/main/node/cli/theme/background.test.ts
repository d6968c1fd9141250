import { describe, expect, it } from 'vitest';
import { parseBackgroundAnswer, parseColorVariable } from '../../../../../../main/node/cli/theme/background.ts';

describe('the background of a terminal', () => {
  it.each([
    ['\u001b]11;rgb:0000/0000/0000\u001b\\', 'dark'],
    ['\u001b]11;rgb:fdfd/f6f6/e3e3\u0007', 'light'],
    ['\u001b]11;rgb:1e/1e/1e\u0007', 'dark'],
    ['\u001b]11;rgba:ffff/ffff/ffff/ffff\u0007', 'light'],
    ['\u001b]11;red\u0007', null],
    ['\u001b[?62;22c', null],
  ])('is read from the answer %j', (answer, background) => {
    expect(parseBackgroundAnswer(answer)).toBe(background);
  });

  it.each([
    ['15;0', 'dark'],
    ['0;15', 'light'],
    ['0;default;15', 'light'],
    ['12;8', 'dark'],
    ['0;7', 'light'],
    ['15;default', null],
    ['0;99', null],
    [undefined, null],
  ])('is read from the variable %j', (value, background) => {
    expect(parseColorVariable(value)).toBe(background);
  });
});
