import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../../build/lib/run.ts';
import { addChannel, addRule } from '../../support/additions/add-alert.ts';
import { addCall } from '../../support/additions/add-call.ts';
import { addLoom } from '../../support/additions/add-source.ts';
import { copyRepository } from '../../support/copy-repository.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

// Together, since a compilation of everything takes half a minute and none of them knows of another. What each of them does
// is in new-call, new-alert and new-source.
it('host, worker, fakes and tests compile with a new call, rule, channel and source', async () => {
  const copy = join(makeFolder(), 'repository');
  copyRepository(copy);
  for (const add of [addCall, addRule, addChannel, addLoom]) add(copy);
  const tsc = join(copy, 'node_modules/typescript/bin/tsc');
  const { code, stdout } = await run(process.execPath, [tsc, '-p', 'test/tsconfig.json'], { cwd: copy });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
});
