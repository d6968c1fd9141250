import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { parseAgentAddress, parseConfig, sendCounts } from '../../../../build/extension/agent.ts';

describe('the address of the agent', () => {
  it.each([
    ['127.0.0.1:8377', 'http://127.0.0.1:8377'],
    [' https://localhost:9000/x?y ', 'https://localhost:9000'],
  ])('%j is %s', (text, origin) => expect(parseAgentAddress(text)).toBe(origin));

  it.each([
    '',
    'example.com',
    'http://127.0.0.1.example.com',
    'http://192.168.0.2',
    'http://me@localhost',
    'file:///x',
  ])('refuses %j: counts go to this machine only', (text) => expect(parseAgentAddress(text)).toBeNull());
});

describe('sending', () => {
  const batch = { id: 'b', counts: [] };

  it.each([
    [200, null],
    [400, 'too-large'],
    [413, 'too-large'],
    [401, 'needs-token'],
    [403, 'wrong-token'],
    [404, 'off'],
    [429, 'busy'],
    [500, 'refused'],
    [302, 'unreachable'],
  ])('an answer of %d is %j, and only this machine is asked', async (status, failure) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      response.writeHead(status, { Location: 'http://example.com/' }).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await sendCounts({ address, token: 't' }, 'site', batch, 'chrome')).toBe(failure);
    expect(asked).toEqual(['/metrics/browser Bearer t']);
    server.close();
  });

  it('says so when nobody listens, or the address is another machine', async () => {
    expect(await sendCounts({ address: 'http://127.0.0.1:1', token: '' }, 'api', batch, 'chrome')).toBe('unreachable');
    expect(await sendCounts({ address: 'http://192.0.2.1', token: '' }, 'api', batch, 'chrome')).toBe('unreachable');
  });
});

describe('the configuration', () => {
  it('is read tolerantly, or not at all', () => {
    expect(parseConfig({ domains: ['a.example', 1], cost_rates: { 'a.example': 2, b: 'x' } })).toEqual({
      domains: ['a.example'],
      usdPerHour: { 'a.example': 2 },
    });
    for (const value of [null, 1, {}, { domains: [] }, { domains: 'a' }]) expect(parseConfig(value)).toBeNull();
  });
});
