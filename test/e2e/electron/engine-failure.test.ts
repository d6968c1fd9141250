import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { launchApp } from '../../support/electron.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
/** Long enough for anything that might replace the first sentence. */
const quietMs = 2_000;

describe('an app whose engine cannot run', () => {
  it('shows exactly why, and keeps showing it', async () => {
    const data = join(newFolder(), 'data');
    await mkdir(join(data, 'ledger.db', 'occupied'), { recursive: true });
    const launched = await launchApp({ data });
    try {
      const popover = await launched.waitForWindow('popover');
      const sentence = popover.getByText('but it is not a file');
      await sentence.waitFor();
      await delay(quietMs);
      expect(await sentence.isVisible()).toBe(true);
      expect(await popover.textContent('body')).not.toContain('log file');
      // Somebody who has a ledger is no newcomer, even without settings.
      expect(await popover.textContent('body')).not.toContain('What Fuelgauge found');
    } finally {
      await launched.close();
    }
  });
});
