import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveAsset } from '../../../../../main/electron/security/serve-asset.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();

function createSite(): string {
  const root = createFolder();
  mkdirSync(path.join(root, 'site', 'popover'), { recursive: true });
  writeFileSync(path.join(root, 'site', 'popover', 'index.html'), '<h1>Fuelgauge</h1>');
  writeFileSync(path.join(root, 'secret.json'), '{}');
  return path.join(root, 'site');
}

const get = (url: string, method = 'GET'): Promise<Response> => serveAsset({ url, method }, createSite());

describe('serveAsset', () => {
  it('serves a page under the policy', async () => {
    const response = await get('fuelgauge://app/popover/index.html');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<h1>Fuelgauge</h1>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'; object-src 'none'",
    );
  });

  it.each([
    ['fuelgauge://app/popover/none.html', 'GET', 404],
    ['fuelgauge://app/../secret.json', 'GET', 403],
    ['fuelgauge://other/popover/index.html', 'GET', 403],
    ['fuelgauge://app/popover/index.html', 'POST', 405],
  ])('answers %s by %s with %d and the policy', async (url, method, status) => {
    const response = await get(url, method);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('answers HEAD without the page', async () => {
    const response = await get('fuelgauge://app/popover/index.html', 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});
