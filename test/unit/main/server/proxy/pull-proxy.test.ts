import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { toProxyAddress } from '../../../../../main/server/proxy/ask-proxy.ts';
import { createProxyStore } from '../../../../../main/server/proxy/proxy-store.ts';
import { proxySources, pullProxy } from '../../../../../main/server/proxy/pull-proxy.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const nowMs = Date.parse('2026-05-02T12:00:00Z');
const source = proxySources.find(({ id }) => id === 'litellm')!;
const key = 'sk-of-a-test';

/** As the documents have it; the stand-in must not answer anything else. */
const documented = {
  '/spend/logs': v.array(
    v.object({
      ...{ request_id: v.string(), call_type: v.string(), api_key: v.string(), spend: v.number() },
      ...{ total_tokens: v.number(), prompt_tokens: v.number(), completion_tokens: v.number() },
      ...{ startTime: v.string(), endTime: v.string(), model: v.string(), user: v.string(), metadata: v.object({}) },
    }),
  ),
  '/user/daily/activity': v.object({
    results: v.array(v.object({ date: v.string(), metrics: v.object({ spend: v.number() }), breakdown: v.object({}) })),
    metadata: v.object({}),
  }),
  '/key/info': v.object({ key: v.string(), info: v.object({ token: v.string(), spend: v.number() }) }),
  '/provider/budgets': v.object({ providers: v.record(v.string(), v.object({ spend: v.number() })) }),
} as const;

const spendRow = (id: string, day: string) => ({
  ...{ request_id: id, call_type: 'acompletion', api_key: 'hash', spend: 0.5, user: 'ada', model: 'gpt-5.5' },
  ...{ total_tokens: 15, prompt_tokens: 10, completion_tokens: 5 },
  ...{ startTime: `${day}T09:00:00Z`, endTime: `${day}T09:00:01Z`, metadata: { user_api_key_alias: 'laptop' } },
});

function answer(path: string, day: string | null): unknown {
  switch (path) {
    case '/spend/logs':
      return [spendRow(`of-${day}`, day!)];
    case '/user/daily/activity':
      return {
        results: [{ date: '2026-05-02', metrics: { spend: 1, api_requests: 2, total_tokens: 30 }, breakdown: {} }],
        metadata: {},
      };
    case '/key/info':
      return { key: 'hash', info: { token: 'hash', key_alias: 'laptop', spend: 1, max_budget: 4 } };
    default:
      return { providers: { openai: { spend: 1, budget_limit: 8, time_period: '1d', budget_reset_at: null } } };
  }
}

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A proxy on loopback. `statuses` replace its answers. */
async function startProxy(statuses: Readonly<Record<string, readonly [number, string?]>> = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(`${url.pathname} ${request.headers.authorization}`);
    const [status, location] = statuses[url.pathname] ?? [200];
    if (status !== 200) return response.writeHead(status, location === undefined ? {} : { location }).end();
    const body = answer(url.pathname, url.searchParams.get('start_date'));
    v.assert(documented[url.pathname as keyof typeof documented], body);
    return response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const pull = (address: string, folder: string, isCounted = false) =>
  pullProxy(
    { source, address, key, days: 2, isCounted },
    createProxyStore(folder, () => nowMs),
    nowMs,
  );

describe('pulling from a proxy', () => {
  it('keeps responses in files of their day, and budgets, with the key in a header only', async () => {
    const folder = makeFolder();
    const { address, asked } = await startProxy();
    expect(await pull(address, folder)).toEqual({
      ...{ uses: 2, added: 2, budgets: 2, costUsd: 1, skips: {}, failures: {} },
      totals: { requests: 2, tokens: 30, costUsd: 1 },
    });
    expect(new Set(asked.map((line) => line.split(' ').slice(1).join(' ')))).toEqual(new Set([`Bearer ${key}`]));
    const kept = join(folder, 'proxy', 'litellm');
    expect(readdirSync(kept).sort()).toEqual(['2026-05-01.proxy', '2026-05-02.proxy', 'budgets.proxy']);
    const text = readdirSync(kept)
      .map((name) => readFileSync(join(kept, name), 'utf8'))
      .join('');
    expect(text).toContain('"of-2026-05-01"');
    expect(text).not.toContain('isCounted');
    expect(text).not.toContain(key);
  });

  it('adds nothing when it is pulled again, also after a restart', async () => {
    const folder = makeFolder();
    const { address } = await startProxy();
    await pull(address, folder);
    const read = () => readFileSync(join(folder, 'proxy/litellm/budgets.proxy'), 'utf8');
    const before = read();
    expect(await pull(address, folder)).toMatchObject({ uses: 2, added: 0 });
    expect(read()).toBe(before);
  });

  it('marks what the person wants counted', async () => {
    const folder = makeFolder();
    await pull((await startProxy()).address, folder, true);
    expect(readFileSync(join(folder, 'proxy/litellm/2026-05-01.proxy'), 'utf8')).toContain('"isCounted":true');
  });

  it('goes on without what the key may not ask, and asks it once', async () => {
    const { address, asked } = await startProxy({ '/spend/logs': [403], '/provider/budgets': [404] });
    const brought = await pull(address, makeFolder());
    expect(brought).toMatchObject({
      ...{ uses: 0, budgets: 1, failures: { '/spend/logs': 'refused', '/provider/budgets': 'missing' } },
      totals: { requests: 2 },
    });
    expect(asked.filter((line) => line.startsWith('/spend/logs'))).toHaveLength(1);
  });

  it('follows no redirect, so the key goes nowhere else', async () => {
    const other = await startProxy();
    const { address } = await startProxy({ '/key/info': [302, `${other.address}/key/info`] });
    expect((await pull(address, makeFolder())).failures).toEqual({ '/key/info': 'redirect' });
    expect(other.asked).toEqual([]);
  });

  it('says when nobody answers', async () => {
    const { address } = await startProxy();
    servers.splice(0).forEach((server) => server.close());
    const { failures, uses } = await pull(address, makeFolder());
    expect([uses, ...Object.values(failures)]).toEqual([0, ...Array.from({ length: 4 }, () => 'unreachable')]);
  });
});

describe('the address of a proxy', () => {
  it.each([
    'https://proxy.example',
    'https://proxy.example/base/',
    'http://127.0.0.1:4000',
    'http://[::1]:4000',
    'http://localhost:4000',
  ])('may be %s', (address) => expect(toProxyAddress(address)).toBe(address.replace(/\/$/, '')));

  it.each([
    'http://proxy.example',
    'http://localhost.evil.example',
    'https://me:secret@proxy.example',
    'file:///etc/passwd',
    'https://proxy.example/?a=b',
    'no',
  ])('may not be %s', (address) => expect(toProxyAddress(address)).toBeNull());
});
