import { expect, it } from 'vitest';
import { toRootAttributes } from '../../../../renderer/state/appearance.ts';

const plain = { theme: 'system', density: 'comfortable', dataColors: 'fuelgauge' } as const;

it('needs no attribute for the defaults', () => {
  expect(Object.values(toRootAttributes(plain, false))).toEqual([null, null, null, null]);
});

it('names what was chosen', () => {
  const chosen = toRootAttributes({ theme: 'dark', density: 'compact', dataColors: 'okabe-ito' }, false);
  expect(chosen).toEqual({
    'data-theme': 'dark',
    'data-contrast': null,
    'data-density': 'compact',
    'data-colors': 'okabe-ito',
  });
});

it('has more contrast where the person or the system wants it, in the light or dark of the system', () => {
  const chosen = toRootAttributes({ ...plain, theme: 'high-contrast' }, false);
  expect(chosen).toMatchObject({ 'data-theme': null, 'data-contrast': 'more' });
  expect(toRootAttributes({ ...plain, theme: 'light' }, true)).toMatchObject({
    'data-theme': 'light',
    'data-contrast': 'more',
  });
});
