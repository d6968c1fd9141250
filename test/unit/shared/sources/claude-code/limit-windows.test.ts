import { describe, expect, it } from 'vitest';
import { toModelName } from '../../../../../shared/sources/claude-code/limit-windows.ts';

describe('the model of a window', () => {
  it.each([
    [{ model: { display_name: 'Opus', id: 'claude-opus' } }, 'Opus'],
    [{ model: { id: 'claude-opus' } }, 'claude-opus'],
    [{ model: { display_name: 'ada@example.com', id: 'claude-opus' } }, 'claude-opus'],
    [{ model: { display_name: 'ada@example.com' } }, null],
    [{ model: 'Opus' }, null],
    [{}, null],
    [null, null],
  ])('of %j is %s', (scope, expected) => {
    expect(toModelName(scope)).toBe(expected);
  });
});
