import { describe, expect, it } from 'vitest';
import { toZoomLevel, toZoomStep } from '../../../../../main/electron/windows/zoom.ts';

const press = { type: 'keyDown', key: '+', control: true, meta: false, alt: false } as const;

describe('toZoomStep', () => {
  it.each([
    ['+', 'in'],
    ['=', 'in'],
    ['-', 'out'],
    ['_', 'out'],
    ['0', 'reset'],
    ['1', null],
    ['a', null],
  ] as const)('of Ctrl and %s is %s', (key, step) => {
    expect(toZoomStep({ ...press, key }, 'linux')).toBe(step);
    expect(toZoomStep({ ...press, key, control: false, meta: true }, 'darwin')).toBe(step);
  });

  it("needs this system's modifier key, alone, on key down", () => {
    expect(toZoomStep(press, 'darwin')).toBeNull();
    for (const change of [
      { control: false },
      { control: false, meta: true },
      { alt: true },
      { type: 'keyUp' as const },
    ]) {
      expect(toZoomStep({ ...press, ...change }, 'win32')).toBeNull();
    }
  });
});

describe('toZoomLevel', () => {
  it('moves in steps, back to normal, and no further than half and double the size', () => {
    expect([toZoomLevel(0, 'in'), toZoomLevel(0, 'out'), toZoomLevel(2, 'reset')]).toEqual([0.5, -0.5, 0]);
    expect([toZoomLevel(3.5, 'in'), toZoomLevel(-3.5, 'out')]).toEqual([3.5, -3.5]);
  });
});
