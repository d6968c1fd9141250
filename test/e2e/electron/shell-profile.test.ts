import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { launchApp } from '../../support/electron.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const newFolder = useTemporaryFolders();
const bash = '/bin/bash';

it.runIf(existsSync(bash))('an app started from a menu finds logs where the shell profile puts them', async () => {
  const home = newFolder();
  const elsewhere = newFolder();
  await writeLog(claudeFile(elsewhere), claudeLine({ id: 1, atMs: Date.now() }));
  writeFileSync(join(home, '.bash_profile'), `export CLAUDE_CONFIG_DIR="${join(elsewhere, '.claude')}"\n`);
  const launched = await launchApp({ home, env: { SHELL: bash } });
  try {
    const page = await launched.waitForWindow('main-window');
    const events = await waitUntil('one response', async () => {
      const answer = await page.evaluate(() => window.fuelgauge?.call('totals', {}));
      const totals = answer?.ok ? (answer.value as { events: number }) : null;
      return totals === null || totals.events === 0 ? undefined : totals.events;
    });
    expect(events).toBe(1);
  } finally {
    await launched.kill();
  }
});
