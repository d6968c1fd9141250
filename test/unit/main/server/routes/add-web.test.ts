import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readWebPages } from '../../../../../main/server/web/web-pages.ts';
import { createServerUnderTest } from '../../../../support/server-app.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

async function serve() {
  const folder = makeFolder();
  for (const name of ['web', 'assets']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'web/index.html'), '<!doctype html>page');
  writeFileSync(join(folder, 'assets/page-abc.js'), 'script();');
  writeFileSync(join(folder, 'assets/page-abc.js.map'), '{}');
  writeFileSync(join(folder, 'sw.js'), 'worker();');
  const pages = await readWebPages([makeFolder(), folder]);
  return createServerUnderTest({ pages, isLocal: false, settings: { readingNeedsToken: true } });
}

it('serves the dashboard without a token, with a policy that lets it load nothing else', async () => {
  const { ask } = await serve();
  const page = await ask('/');
  expect([page.status, await page.text()]).toEqual([200, '<!doctype html>page']);
  const policy = page.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const script = await ask('/assets/page-abc.js', { headers: { 'Accept-Encoding': 'br, gzip' } });
  expect(gunzipSync(Buffer.from(await script.arrayBuffer())).toString()).toBe('script();');
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect((await ask('/sw.js')).headers.get('cache-control')).toBe('no-cache');
});

it('serves nothing but the files that were there, whatever the address says', async () => {
  const { ask } = await serve();
  for (const path of [
    '/assets/page-abc.js.map',
    '/web/index.html',
    '/sw.js/',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/package.json',
  ]) {
    expect({ path, status: (await ask(path)).status }).toEqual({ path, status: 404 });
  }
  expect(await readWebPages([makeFolder()])).toEqual(new Map());
});

it('tells a page what it may do, and gives a token for a code', async () => {
  const pair = async (code: string, device: string) => (code === 'right' ? `token of ${device}` : null);
  const { ask, authorize } = createServerUnderTest({ pair, settings: { readingNeedsToken: true } });
  const access = async (headers = {}) => (await ask('/api/access', { headers })).json();
  expect(await access()).toMatchObject({ canRead: false, canChange: false });
  expect(await access(authorize('read'))).toMatchObject({ canRead: true, canChange: false });
  expect(await access(authorize('admin'))).toMatchObject({ canRead: true, canChange: true });
  const send = (body: string) =>
    ask('/api/pair', { method: 'POST', body, headers: { 'User-Agent': 'Mozilla (iPhone)' } });
  expect(await (await send('{"code":"right"}')).json()).toMatchObject({ token: 'token of iPhone' });
  for (const body of ['{"code":"wrong"}', '{', '', `{"code":"${'x'.repeat(2_000)}"}`, '{"code":1}']) {
    expect({ body: body.slice(0, 20), status: (await send(body)).status }).toEqual({
      body: body.slice(0, 20),
      status: 403,
    });
  }
});
