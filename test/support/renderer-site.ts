import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { promisify } from 'node:util';
import { coverageVariable } from '../../build/coverage/folders.ts';
import { contentSecurityPolicy } from '../../main/electron/security/content-security-policy.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** The pages, built for browser tests and served on this machine under the app's content security policy. */
export interface RendererSite {
  readonly origin: string;
  close(): Promise<void>;
}

/** An empty page under the policy, to start from. */
export const blankPath = '/blank.html';

const runFile = promisify(execFile);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Names the folder in which a run of the tests keeps the built pages; without it, every site builds its own. */
export const pagesFolderVariable = 'FUELGAUGE_TEST_PAGES';

interface BuiltPages {
  readonly folder: string;
  remove(): Promise<void>;
}

/** The pages with the fake host. Whoever comes first in a run builds them; the others wait. */
async function provideBuiltPages(): Promise<BuiltPages> {
  const shared = process.env[pagesFolderVariable];
  const folder = shared ?? (await mkdtemp(join(tmpdir(), 'fuelgauge-pages-')));
  await oneAtATime(`${folder}.lock`, async () => {
    if (existsSync(join(folder, 'popover/index.html'))) return;
    await runFile(process.execPath, [join(import.meta.dirname, 'build-pages.ts'), folder], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { PATH: process.env['PATH'], [coverageVariable]: process.env[coverageVariable] },
    });
  });
  return {
    folder,
    async remove() {
      if (shared === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Serves the pages with the fake host on the loopback interface, under the app's content security policy. */
export async function startRendererSite(): Promise<RendererSite> {
  const { folder, remove } = await provideBuiltPages();
  const server = createServer((request, response) => {
    if (request.url === blankPath) {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': contentSecurityPolicy }).end();
      return;
    }
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    readFile(join(folder, path)).then(
      (body) => {
        response.writeHead(200, {
          'content-type': types[extname(path)] ?? 'application/octet-stream',
          'content-security-policy': contentSecurityPolicy,
          'cache-control': 'no-store',
        });
        response.end(body);
      },
      () =>
        response
          .writeHead(404, { 'content-type': 'text/html', 'content-security-policy': contentSecurityPolicy })
          .end('nothing here'),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await remove();
    },
  };
}
