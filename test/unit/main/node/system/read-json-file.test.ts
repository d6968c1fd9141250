import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { readJsonFile } from '../../../../../main/node/system/read-json-file.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const schema = v.object({ a: v.number() });

it('reads a file that matches the schema, and returns null if it is missing, too large, not a file or does not match', async () => {
  const folder = makeFolder();
  const read = (name: string) => readJsonFile(join(folder, name), schema, 7);
  await writeFile(join(folder, 'right'), '{"a":1}');
  await writeFile(join(folder, 'large'), '{"a":12}');
  await writeFile(join(folder, 'other'), '{"b":1}');
  await mkdir(join(folder, 'folder'));
  expect(await read('right')).toEqual({ a: 1 });
  expect(await Promise.all(['missing', 'large', 'other', 'folder'].map(read))).toEqual([null, null, null, null]);
});
