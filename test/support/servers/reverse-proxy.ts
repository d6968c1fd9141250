import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { findDebianProgram } from '../debian-program.ts';
import { findFreePort } from '../find-free-port.ts';
import { waitUntil } from '../wait-until.ts';

/** The name in the configurations of SERVER.md. */
export const proxiedName = 'fuelgauge.example.com';

/** A web server that can stand in front of Fuelgauge. */
export interface ReverseProxy {
  readonly name: 'nginx' | 'caddy';
  /** Null where it is not to be had. */
  readonly program: string | null;
}

/** Both that SERVER.md has a configuration for. */
export const reverseProxies: readonly ReverseProxy[] = await Promise.all(
  (['nginx', 'caddy'] as const).map(async (name) => ({ name, program: await findDebianProgram(name, name) })),
);

/** What it stands in front of, and with which certificate. */
export interface ReverseProxyOptions {
  readonly folder: string;
  readonly serverPort: number;
  readonly certificate: { readonly certificate: string; readonly privateKey: string };
}

/** Starts one with the configuration that SERVER.md shows, with other ports and files. Returns its port and its process. */
export async function startReverseProxy(
  { name, program }: ReverseProxy,
  options: ReverseProxyOptions,
): Promise<{ readonly port: number; readonly child: ChildProcess }> {
  const folder = join(options.folder, name);
  mkdirSync(folder);
  const port = await findFreePort();
  const files = { '/etc/ssl/fuelgauge.pem': 'certificate', '/etc/ssl/fuelgauge.key': 'privateKey' } as const;
  let documented = readDocumented(name).replace('127.0.0.1:8377', `127.0.0.1:${options.serverPort}`);
  for (const [file, part] of Object.entries(files)) {
    writeFileSync(join(folder, part), options.certificate[part], { mode: 0o600 });
    documented = documented.replace(file, join(folder, part));
  }
  const file = join(folder, 'configuration');
  writeFileSync(file, name === 'nginx' ? toNginx(documented, port, folder) : toCaddy(documented, port, folder));
  const args = name === 'nginx' ? ['-e', 'stderr', '-c', file] : ['run', '--adapter', 'caddyfile', '--config', file];
  const child = spawn(program!, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder } });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  await waitUntil(`${name} to listen`, () => {
    if (child.exitCode !== null) throw new Error(`${name} has ended: ${said}`);
    return isListening(port);
  });
  return { port, child };
}

function readDocumented(name: ReverseProxy['name']): string {
  const text = readFileSync(join(repositoryRoot, '.github/SERVER.md'), 'utf8');
  const block = new RegExp(`^\`\`\`${name}(?:file)?\n(.+?)^\`\`\``, 'ms').exec(text)?.[1];
  if (block === undefined) throw new Error(`SERVER.md has no configuration for ${name}`);
  return block;
}

function toNginx(documented: string, port: number, folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    'daemon off;',
    'worker_processes 1;',
    // As root, its worker would otherwise be nobody, who reads none of these files.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `pid ${join(folder, 'pid')};`,
    'events {}',
    'http {',
    'access_log off;',
    ...temporary.map((each) => `${each}_temp_path ${join(folder, each)};`),
    documented.replace('listen 443', `listen 127.0.0.1:${port}`),
    '}',
  ].join('\n');
}

function toCaddy(documented: string, port: number, folder: string): string {
  const options = ['admin off', 'auto_https disable_redirects', 'default_bind 127.0.0.1'];
  return `{\n${[...options, `storage file_system ${folder}`].join('\n')}\n}\n${documented.replace(proxiedName, `${proxiedName}:${port}`)}`;
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
