import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../support/agent-logs.ts';
import { findContainerObstacle } from '../support/container/buildah.ts';
import { buildImage, type ContainerImage } from '../support/container/container-image.ts';
import { askContainer, waitUntilReady } from '../support/container/ask-container.ts';
import { runContainer, type ContainerOptions, type RunningContainer } from '../support/container/run-container.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const obstacle = await findContainerObstacle();
const makeFolder = useTemporaryFolders();
const FUELGAUGE_TOKEN = 'a-token-that-only-this-test-knows';
const key = Buffer.alloc(32, 7).toString('base64');
const nonRoot = 65_532;
const running: RunningContainer[] = [];
let image: ContainerImage;

beforeAll(async () => {
  if (obstacle === null) image = await buildImage();
}, 900_000);
afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await (image as ContainerImage | undefined)?.remove();
});

/** Folders for logs and data, as they are mounted; there is one response in the logs. */
async function makeMounts() {
  const folder = makeFolder();
  const [home, data] = [join(folder, 'home'), join(folder, 'data')];
  await writeLog(claudeFile(home), claudeLine({ id: 1, atMs: Date.now() - 60_000, project: '/home/ada/secret-shop' }));
  mkdirSync(data);
  chownSync(data, nonRoot, nonRoot);
  const logs = { from: join(home, '.claude'), to: '/home/nonroot/.claude', isReadOnly: true };
  return { data, logs, mounts: [{ from: data, to: '/data' }, logs] };
}

function start(options: ContainerOptions): RunningContainer {
  const container = runContainer(image, options);
  running.push(container);
  return container;
}

describe.skipIf(obstacle !== null)(`the container${obstacle === null ? '' : ` (${obstacle})`}`, () => {
  it('says what it is, runs as nobody in particular, and has no shell', () => {
    const { config, root } = image;
    expect(config.Labels).toMatchObject({ 'org.opencontainers.image.title': 'Fuelgauge' });
    expect([config.User, Object.keys(config.Volumes), Object.keys(config.ExposedPorts)]).toEqual([
      // The image of the registry names the user.
      expect.stringMatching(/^(65532(:65532)?|nonroot)$/),
      ['/data'],
      ['8080/tcp'],
    ]);
    for (const program of ['bin/sh', 'bin/bash', 'bin/busybox', 'usr/bin/apt-get'])
      expect(existsSync(join(root, program))).toBe(false);
    const bill = JSON.parse(readFileSync(join(root, 'app/sbom.json'), 'utf8')) as { components: { name: string }[] };
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX' });
    expect(bill.components.map(({ name }) => name)).toContain('hono');
  });

  it('serves logs that are mounted read-only, from a root that is, and stops when it is told to', async () => {
    const { data, mounts } = await makeMounts();
    const variables = { CLAUDE_THEME: 'dark', CLAUDE_TIMEZONE: 'Asia/Tokyo', CLAUDE_REFRESH_INTERVAL: '60' };
    const container = start({ env: { FUELGAUGE_TOKEN, FUELGAUGE_DB_KEY: key, PLAN: 'max5', ...variables }, mounts });
    await waitUntilReady(container, FUELGAUGE_TOKEN);
    const [, ...check] = image.config.Healthcheck.Test;
    expect((await container.exec(check)).code).toBe(0);
    expect((await askContainer(container, '/api/report', null)).status).toBe(401);
    const { body } = await askContainer(container, '/api/report', FUELGAUGE_TOKEN);
    expect(JSON.parse(body)).toMatchObject({ totals: { events: 1 } });
    expect(JSON.parse((await askContainer(container, '/api/settings', FUELGAUGE_TOKEN)).body)).toMatchObject({
      ...{ plan: 'max-5x', theme: 'dark', timeZone: 'Asia/Tokyo', refreshCadence: 60 },
    });
    for (const file of ['/app/x', '/tmp/x', '/home/nonroot/.claude/x']) {
      const written = await container.exec(['/nodejs/bin/node', '-e', `fs.writeFileSync('${file}', '')`]);
      expect(written.stderr).toContain('EROFS');
    }
    expect(readFileSync(join(data, 'ledger.db')).includes('secret-shop')).toBe(false);
    const status = readFileSync(`/proc/${container.child.pid}/status`, 'utf8');
    expect(status).toMatch(/^Uid:\t65532\t65532\t65532\t65532$/m);
    expect(status).toMatch(/^CapEff:\t0+$/m);
    container.child.kill('SIGTERM');
    expect(await once(container.child, 'exit')).toEqual([0, null]);
  });

  it('also starts as the container of the first seed did: --web-mode', async () => {
    const { data, mounts } = await makeMounts();
    const env = { FUELGAUGE_TOKEN, FUELGAUGE_DB_KEY: 'none', CLAUDE_PLAN: 'max20' };
    const container = start({ env, mounts, command: ['--web-mode'] });
    await waitUntilReady(container, FUELGAUGE_TOKEN);
    const { body } = await askContainer(container, '/api/settings', FUELGAUGE_TOKEN);
    expect(JSON.parse(body)).toMatchObject({ plan: 'max-20x' });
    // Waived, names are stored as they are.
    container.child.kill('SIGTERM');
    await once(container.child, 'exit');
    expect(readFileSync(join(data, 'ledger.db')).includes('secret-shop')).toBe(true);
  });

  it.each([
    ['without a key', {}, 'FUELGAUGE_DB_KEY is not set'],
    ['with a plan that there is not', { PLAN: 'max6', FUELGAUGE_DB_KEY: 'none' }, 'PLAN'],
    ['with a token that could be guessed', { FUELGAUGE_TOKEN: 'short', FUELGAUGE_DB_KEY: 'none' }, 'FUELGAUGE_TOKEN'],
  ])('says what is wrong %s, and ends', async (_case, env, sentence) => {
    const { data, mounts } = await makeMounts();
    const { child, output } = start({ env, mounts });
    const [code] = (await once(child, 'close')) as [number];
    expect([code, output()]).toEqual([1, expect.stringContaining(sentence)]);
    expect(readdirSync(data).filter((name) => name.startsWith('ledger'))).toEqual([]);
  });

  it('says where to put its data when logs are mounted there', async () => {
    const { logs } = await makeMounts();
    const { child, output } = start({ env: { FUELGAUGE_DB_KEY: 'none' }, mounts: [{ ...logs, to: '/data' }] });
    const [code] = (await once(child, 'close')) as [number];
    expect([code, output()]).toEqual([1, expect.stringContaining('mount a volume there, or set FUELGAUGE_DATA')]);
  });
});
