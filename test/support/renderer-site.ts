import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { promisify } from 'node:util';
import { coverageVariable } from '../../build/coverage/folders.ts';
import { contentSecurityPolicy } from '../../main/electron/security/content-security-policy.ts';

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

/** Builds the pages with the fake host into a separate folder and serves it on the loopback interface. */
export async function startRendererSite(): Promise<RendererSite> {
  const folder = await mkdtemp(join(tmpdir(), 'fuelgauge-pages-'));
  await runFile(process.execPath, [join(import.meta.dirname, 'build-pages.ts'), folder], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { PATH: process.env['PATH'], [coverageVariable]: process.env[coverageVariable] },
  });
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
      await rm(folder, { recursive: true, force: true });
    },
  };
}
