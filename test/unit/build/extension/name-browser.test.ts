import { expect, it } from 'vitest';
import { nameBrowser } from '../../../../build/extension/name-browser.ts';

it.each([
  [['Chromium', 'Microsoft Edge', 'Not A;Brand'], 'edge'],
  [['Brave', 'Chromium'], 'brave'],
  [['Chromium', 'Google Chrome'], 'chrome'],
  [['Chromium'], 'chromium'],
])('%j is %s', (brands, name) => {
  expect(nameBrowser({ userAgent: '', userAgentData: { brands: brands.map((brand) => ({ brand })) } })).toBe(name);
});

it('knows Firefox, which names no brands', () => {
  expect(nameBrowser({ userAgent: 'Mozilla/5.0 Gecko/20100101 Firefox/140.0' })).toBe('firefox');
});
