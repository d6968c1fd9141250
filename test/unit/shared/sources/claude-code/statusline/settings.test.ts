import { describe, expect, it } from 'vitest';
import { findCommand } from '../../../../../../shared/sources/claude-code/statusline/settings.ts';

describe('the command of a status line', () => {
  it.each([
    [{ type: 'command', command: 'date' }, 'date'],
    [{ command: ' ' }, null],
    [{ command: 5 }, null],
    [{}, null],
    [null, null],
    ['date', null],
  ])('of %j is %s', (value, expected) => {
    expect(findCommand(value)).toBe(expected);
  });
});
