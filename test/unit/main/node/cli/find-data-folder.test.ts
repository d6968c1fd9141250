import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findRequestedDataFolder } from '../../../../../main/node/cli/find-data-folder.ts';
import { createNodeCliHost } from '../../../../../main/node/cli/node-cli-host.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

it.each([
  [['report', '--data', '/a'], {}, '/a'],
  [['report', '--data=/b', '--json'], { FUELGAUGE_DATA: '/c' }, '/b'],
  [['report'], { FUELGAUGE_DATA: '/c' }, '/c'],
  [['report', '--data', '/a', '--data', '/d'], {}, '/d'],
])('%j and %j mean %s', (args, variables, folder) => {
  expect(findRequestedDataFolder(args, variables)).toBe(path.resolve(folder));
});

it('is where the command line leaves a file of its own errors', async () => {
  const folder = makeFolder();
  await createNodeCliHost().keepCrash(['report', '--data', folder], new TypeError("no '/home/ada/x'"));
  const [name = ''] = readdirSync(path.join(folder, 'crashes'));
  expect(JSON.parse(readFileSync(path.join(folder, 'crashes', name), 'utf8'))).toMatchObject({
    what: 'command-line',
    error: { name: 'TypeError', message: 'no <text>' },
  });
});
