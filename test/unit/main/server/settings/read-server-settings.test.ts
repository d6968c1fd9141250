import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readServerSettings } from '../../../../../main/server/settings/read-server-settings.ts';
import { defaultServerSettings } from '../../../../../shared/settings/server-settings.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

it.each([
  ['{"server":{"readingNeedsToken":"certainly"}}', true],
  ['{"server":{"port":-1}}', true],
  ['{"theme":"pink"}', false],
  ['{"server":{"port":9000}}', false],
])('what cannot be used lets nobody in without a token: %s', async (text, readingNeedsToken) => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'settings.json'), text);
  expect(await readServerSettings(folder, {})).toMatchObject({ ok: true, value: { readingNeedsToken } });
  expect(await readServerSettings(folder, { readingNeedsToken: false })).toMatchObject({
    ...{ ok: true, value: { readingNeedsToken: false } },
  });
});

it('a folder without settings has the defaults', async () => {
  expect(await readServerSettings(makeFolder(), { port: 1 })).toMatchObject({
    ...{ ok: true, value: { ...defaultServerSettings, port: 1 } },
  });
});
