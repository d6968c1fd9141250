import { cpSync, existsSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { run } from '../../../build/lib/run.ts';
import { buildah, mounted } from './buildah.ts';

/** Where the images of the Dockerfile come from: the registries, or made here of Debian's packages. */
export type ImageOrigin = 'registry' | 'made here';

const buildImage = 'node:24-bookworm-slim';
const runtimeImage = 'gcr.io/distroless/nodejs24-debian12:nonroot';
const pullMs = 120_000;
const authorities = '/etc/ssl/certs/ca-certificates.crt';
/** As the image that is stood in for has it. */
const nonRoot = '65532:65532';

/**
 * Provides the images that the Dockerfile builds on. Where a registry cannot be reached, they are made: the one that
 * builds of Debian and the Node and npm of this machine, the other one of Node and its libraries alone. They differ from
 * the real ones in their versions and size, not in user, folders and entry point.
 */
export async function provideBaseImages(): Promise<ImageOrigin> {
  const pulled = await Promise.all([buildImage, runtimeImage].map((image) => pull(image)));
  if (pulled.every(Boolean)) return 'registry';
  if (!(await exists(buildImage))) await makeBuildImage();
  if (!(await exists(runtimeImage))) await makeRuntimeImage();
  return 'made here';
}

async function pull(image: string): Promise<boolean> {
  const { code } = await run('buildah', [...buildah.options, 'pull', '--quiet', image], { timeoutMs: pullMs });
  return code === 0;
}

async function exists(image: string): Promise<boolean> {
  return (await run('buildah', [...buildah.options, 'inspect', '--type', 'image', image])).code === 0;
}

async function makeBuildImage(): Promise<void> {
  const archive = join(homedir(), '.cache/fuelgauge/container-base.tar');
  if (!existsSync(archive)) await makeDebian(archive);
  const container = await buildah('from', 'scratch');
  await buildah('add', container, archive, '/');
  await mounted(container, async (root) => {
    copyInto(root, process.execPath, '/usr/local/bin/node');
    copyInto(root, await findNpm(), '/usr/local/lib/node_modules/npm');
    symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm'));
    if (existsSync(authorities)) copyInto(root, authorities, authorities);
  });
  await buildah('config', '--env', `NODE_EXTRA_CA_CERTS=${authorities}`, container);
  await buildah('commit', '--rm', container, buildImage);
}

/** What of Debian a shell, tar and Node need. */
async function makeDebian(archive: string): Promise<void> {
  mkdirSync(dirname(archive), { recursive: true });
  const unfinished = `${archive}.part`;
  const args = ['--variant=essential', '--include=ca-certificates,libstdc++6', '--format=tar', 'bookworm', unfinished];
  const { code, stderr } = await run('mmdebstrap', args);
  if (code !== 0) throw new Error(`mmdebstrap failed: ${stderr}`);
  cpSync(unfinished, archive);
  rmSync(unfinished);
}

async function makeRuntimeImage(): Promise<void> {
  const container = await buildah('from', 'scratch');
  const libraries = (await run('ldd', [process.execPath])).stdout.matchAll(/(\/lib\S+)/g);
  await mounted(container, async (root) => {
    copyInto(root, process.execPath, '/nodejs/bin/node');
    for (const [library] of libraries) copyInto(root, library, library);
    if (existsSync(authorities)) copyInto(root, authorities, authorities);
    writeInto(root, '/etc/passwd', `nonroot:x:${nonRoot}:nonroot:/home/nonroot:/sbin/nologin\n`);
    writeInto(root, '/etc/group', 'nonroot:x:65532:\n');
    for (const folder of ['home/nonroot', 'tmp']) mkdirSync(join(root, folder), { recursive: true });
    const { code } = await run('chown', [nonRoot, join(root, 'home/nonroot')]);
    if (code !== 0) throw new Error('chown failed');
  });
  const config = ['--user', nonRoot, '--workingdir', '/home/nonroot', '--env', 'PATH=/nodejs/bin'];
  await buildah('config', ...config, '--entrypoint', '["/nodejs/bin/node"]', container);
  await buildah('commit', '--rm', container, runtimeImage);
}

/** Of the npm that the path leads to: <npm>/bin/npm-cli.js. */
async function findNpm(): Promise<string> {
  return resolve(realpathSync((await run('sh', ['-c', 'command -v npm'])).stdout.trim()), '../..');
}

function copyInto(root: string, from: string, to: string): void {
  mkdirSync(dirname(join(root, to)), { recursive: true });
  cpSync(from, join(root, to), { recursive: true, dereference: true });
}

function writeInto(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
