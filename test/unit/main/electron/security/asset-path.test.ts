import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveAsset } from '../../../../../main/electron/security/asset-path.ts';

describe('resolveAsset', () => {
  it('finds files below the folder, whatever follows the path', () => {
    expect(resolveAsset('fuelgauge://app/popover/index.html')).toEqual({
      segments: ['popover', 'index.html'],
      contentType: 'text/html; charset=utf-8',
    });
    expect(resolveAsset('fuelgauge://app/assets/main-B1_x.js?v=../../etc#/..')).toEqual({
      segments: ['assets', 'main-B1_x.js'],
      contentType: 'text/javascript; charset=utf-8',
    });
  });

  it.each([
    'fuelgauge://app/../package.json',
    'fuelgauge://app/a/../../package.json',
    'fuelgauge://app/%2e%2e/package.json',
    'fuelgauge://app/%2E%2E%2Fpackage.json',
    'fuelgauge://app/..%5cpackage.json',
    'fuelgauge://app/..\\package.json',
    'fuelgauge://app/C:/windows/win.json',
    'fuelgauge://app/C:\\windows\\win.json',
    'fuelgauge://app//etc/passwd.html',
    'fuelgauge://app/popover/',
    'fuelgauge://app/popover',
    'fuelgauge://app/',
    'fuelgauge://app/.env.json',
    'fuelgauge://app/index.html\0.js',
    'fuelgauge://app/index.html%00.js',
    'fuelgauge://app/index.html/x',
    'fuelgauge://app/index.exe',
    'fuelgauge://evil/index.html',
    'fuelgauge://app@evil/index.html',
    'fuelgauge://app:80/index.html',
    'fuelgauge://app.evil/index.html',
    'file:///index.html',
    'https://app/index.html',
    '',
  ])('refuses %j', (url) => {
    expect(resolveAsset(url)).toBeNull();
  });

  it('never leaves the folder, however the path is written', () => {
    const part = fc.constantFrom('..', '.', '%2e', '%2f', '/', '\\', '%5c', '%00', 'a', 'C:', '.html', '.js', '~', ' ');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const asset = resolveAsset(`fuelgauge://app/${parts.join('')}`);
        for (const name of asset?.segments ?? []) expect(name).toMatch(/^(?!\.)[\w.-]+$/);
        expect(asset?.segments.includes('..') ?? false).toBe(false);
      }),
    );
  });
});
