import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  forgetServedPlace,
  noteServedPlace,
  readServedPlace,
} from '../../../../../../main/node/host/access/served-place.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const place = { host: '0.0.0.0', port: 8123, allowedHosts: ['box.example'] };

it('says where the server of a folder listens for as long as it does', async () => {
  const folder = makeFolder();
  expect(await readServedPlace(folder)).toBeNull();
  await noteServedPlace(folder, place);
  expect(await readServedPlace(folder)).toEqual(place);
  await forgetServedPlace(folder);
  expect(await readServedPlace(folder)).toBeNull();
});

it('goes without a file that cannot be written or used', async () => {
  const folder = makeFolder();
  const file = join(folder, 'server-place.json');
  writeFileSync(file, '{"host":1}');
  expect(await readServedPlace(folder)).toBeNull();
  await noteServedPlace(file, place);
  await forgetServedPlace(file);
});
