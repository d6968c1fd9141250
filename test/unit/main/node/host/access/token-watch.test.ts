import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTokenWatch } from '../../../../../../main/node/host/access/token-watch.ts';
import { writeTokens } from '../../../../../../main/node/host/access/token-file.ts';
import { createToken } from '../../../../../../main/node/host/access/tokens.ts';
import { nowMs } from '../../../../../fakes/cli-host.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

it('a watch of tokens calls back when they change, and not when they stay', async () => {
  const file = join(makeFolder(), 'tokens.json');
  const seen: (readonly string[] | null)[] = [];
  const watch = createTokenWatch(file, (ids) => void seen.push(ids === null ? null : [...ids]));
  await watch.check();
  await watch.check();
  const { stored } = createToken('a', ['read'], nowMs);
  await writeTokens(file, [stored]);
  await watch.check();
  await watch.check();
  await writeTokens(file, []);
  await watch.check();
  writeFileSync(file, 'not JSON');
  await watch.check();
  expect(seen).toEqual([[], [stored.id], [], null]);
});
