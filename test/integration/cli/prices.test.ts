import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { shippedPrices } from '../../../shared/pricing/list-prices.ts';

const newFolder = useTemporaryFolders();
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.json`;
}

/** The shipped models as LiteLLM has them, with one that nobody knows yet. */
function makeList(opusFactor = 1): string {
  const entries = Object.entries(shippedPrices.table.models)
    .filter(([, { provider }]) => provider === 'anthropic' || provider === 'openai')
    .map(([name, { provider, rates }]) => [
      name,
      {
        litellm_provider: provider,
        mode: 'chat',
        input_cost_per_token: ((name === 'claude-opus-4-5' ? opusFactor : 1) * rates.input) / 1e12,
        output_cost_per_token: rates.output / 1e12,
        cache_read_input_token_cost: rates.cacheRead / 1e12,
      },
    ]);
  const tomorrow = {
    litellm_provider: 'openai',
    mode: 'chat',
    input_cost_per_token: 3e-6,
    output_cost_per_token: 12e-6,
  };
  return JSON.stringify({ ...Object.fromEntries(entries), 'gpt-5.9-tomorrow': tomorrow });
}

describe('fuelgauge prices', () => {
  const run = (data: string, ...args: readonly string[]) =>
    runCliInProcess(['prices', ...args, '--home', data, '--data', data]);

  it('loads a newer list, prices a model that was unknown, and returns to the shipped one', async () => {
    const data = newFolder();
    const before = await run(data, 'explain', 'gpt-5.9-tomorrow');
    expect(before.stdout).toContain('No price is known for gpt-5.9-tomorrow');
    const asked: (string | undefined)[] = [];
    const address = await serve((request, response) => {
      asked.push(request.method);
      response.end(makeList());
    });
    const update = await run(data, 'update', '--from', address);
    expect(update).toMatchObject({ code: 0, stderr: '' });
    expect(update.stdout).toContain('1 new (gpt-5.9-tomorrow)');
    expect(asked).toEqual(['GET']);
    const after = await run(data, 'explain', 'gpt-5.9-tomorrow', '--json');
    expect(JSON.parse(after.stdout)).toMatchObject({
      reason: 'listed',
      origin: 'updated',
      periods: [{ usdPerMillion: { input: 3, output: 12 } }],
    });
    // A model that only the shipped list has keeps its price.
    expect((await run(data, 'explain', 'gemini-2.5-pro')).stdout).toContain('is in the price list');
    expect(await run(data, 'reset')).toMatchObject({ code: 0 });
    expect((await run(data, 'list', '--json')).stdout).toContain('"origin": "shipped"');
  });

  it('takes a list from a file', async () => {
    const data = newFolder();
    writeFileSync(join(data, 'list.json'), makeList());
    expect((await run(data, 'update', '--from', join(data, 'list.json'), '--json')).code).toBe(0);
    expect(existsSync(join(data, 'prices.json'))).toBe(true);
  });

  it.each<[string, RequestListener, string]>([
    ['text', (_, response) => response.end('<html>hello</html>'), 'neither LiteLLM'],
    ['an empty object', (_, response) => response.end('{}'), 'only 0 of the'],
    ['a list', (_, response) => response.end('[]'), 'neither LiteLLM'],
    ['half a list', (_, response) => response.end(makeList().slice(0, 5000)), 'neither LiteLLM'],
    ['prices a hundred times as high', (_, response) => response.end(makeList(100)), 'more than fiftyfold'],
    ['not found', (_, response) => response.writeHead(404).end(), 'answered with 404'],
    [
      'another address',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      'cannot be loaded',
    ],
    ['a connection that breaks', (request) => request.socket.destroy(), 'cannot be loaded'],
    [
      'without end',
      (_, response) => {
        const chunk = Buffer.alloc(1_000_000, ' ');
        const write = (): void => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', write);
        write();
      },
      'too large',
    ],
  ])('keeps the prices in use when it gets %s', async (_, listener, reason) => {
    const data = newFolder();
    const result = await run(data, 'update', '--from', await serve(listener));
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain(reason);
    expect(result.stderr).toContain('The prices in use have not changed.');
    expect(existsSync(join(data, 'prices.json'))).toBe(false);
  });

  it.each([
    ['http://example.com/list.json', 'neither a file nor an https address'],
    ['ftp://example.com/list.json', 'neither a file nor an https address'],
    ['/no/such/file.json', 'cannot be loaded'],
    ['/', 'cannot be loaded|neither a file'],
  ])('refuses %s', async (from, reason) => {
    const result = await run(newFolder(), 'update', '--from', from);
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(new RegExp(reason));
  });

  const { table } = shippedPrices;
  const anyModel = Object.values(table.models)[0];
  const manyModels = Object.fromEntries(Array.from({ length: 40_000 }, (_, number) => [`model-${number}`, anyModel]));
  it.each([
    [
      'older than the shipped one, which would not be used',
      { ...table, datedOn: '2001-01-01' },
      '2001-01-01, which is before',
    ],
    [
      'of the future, which none could replace',
      { ...table, datedOn: '2999-01-01' },
      '2999-01-01, which is in the future',
    ],
    ['too large to be read again', { ...table, models: { ...table.models, ...manyModels } }, 'is too large'],
  ])('refuses a list that is %s', async (_, list, reason) => {
    const data = newFolder();
    writeFileSync(join(data, 'list.json'), JSON.stringify(list));
    const result = await run(data, 'update', '--from', join(data, 'list.json'));
    expect([result.code, result.stderr]).toEqual([1, expect.stringContaining(reason)]);
    expect(existsSync(join(data, 'prices.json'))).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    const data = newFolder();
    const pipe = join(data, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const result = await run(data, 'update', '--from', pipe);
    expect([result.code, result.stderr]).toEqual([1, expect.stringContaining('neither a file')]);
  });

  it('uses its own list when the kept one is damaged, and replaces that', async () => {
    const data = newFolder();
    for (const text of ['', '{}', 'x'.repeat(100)]) {
      writeFileSync(join(data, 'prices.json'), text);
      expect((await run(data, 'list', '--json')).stdout).toContain('"origin": "shipped"');
    }
    writeFileSync(join(data, 'list.json'), makeList());
    expect((await run(data, 'update', '--from', join(data, 'list.json'))).code).toBe(0);
    expect(readFileSync(join(data, 'prices.json'), 'utf8')).toContain('gpt-5.9-tomorrow');
    const folder = newFolder();
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'prices.json'));
    expect((await run(folder, 'list', '--json')).stdout).toContain('"origin": "shipped"');
  });
});
