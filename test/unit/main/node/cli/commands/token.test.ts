import { expect, it } from 'vitest';
import { noteServedPlace } from '../../../../../../main/node/host/access/served-place.ts';
import { createFakeEngine, runWith } from '../../../../../fakes/cli-host.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

it('pairs a phone with the server that runs, wherever its settings say it would listen', async () => {
  const data = makeFolder();
  const pair = () => runWith(createFakeEngine(), ['token', 'pair', '--json', '--data', data]);
  expect(await pair()).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--address') as string });
  await noteServedPlace(data, { host: '0.0.0.0', port: 8123, allowedHosts: ['box.example'] });
  const { stdout, exitCode } = await pair();
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    url: expect.stringMatching(/^https:\/\/box\.example:8123\/#pair=/) as string,
  });
});

it.each(['', '  ', 'x'.repeat(81)])('creates no token with the name %j', async (name) => {
  const data = makeFolder();
  const { exitCode, stderr } = await runWith(createFakeEngine(), ['token', 'create', name, '--data', data]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('1 to 80 characters');
});
