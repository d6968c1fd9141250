import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openHostStores } from '../../../../../main/node/host/open-stores.ts';
import { createFileWriter } from '../../../../../main/node/host/settings/file-writer.ts';
import { parseStoredAlerts } from '../../../../../shared/alerts/alert-state.ts';
import { defaultSettings } from '../../../../../shared/settings/defaults.ts';
import { createRecordingLogger } from '../../../../support/recording-logger.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const open = (dataFolder: string) =>
  openHostStores({ dataFolder, createWriter: createFileWriter, nowMs: () => 0, logger: createRecordingLogger() });

describe('openHostStores', () => {
  it('opens settings and alerts of a data folder without Electron, and finds again what it wrote', async () => {
    const folder = createFolder();
    const first = await open(folder);
    expect(first.settings.isFirstRun()).toBe(true);
    await first.settings.update({ theme: 'dark' });
    const memory = { resetsAtMs: null, peakPercent: 80, settledPercent: 75, lastPercent: 80, observedAtMs: 0 };
    await first.alertFile.write(parseStoredAlerts({ schema: 2, rules: { threshold: { w: memory } } }));
    const second = await open(folder);
    expect([second.settings.get().theme, second.settings.isFirstRun()]).toEqual(['dark', false]);
    expect(second.alertFile.stored.state).toMatchObject({ threshold: { w: memory } });
  });

  it('does not reject, whatever the folder contains', async () => {
    const folder = createFolder();
    mkdirSync(path.join(folder, 'alerts.json'));
    writeFileSync(path.join(folder, 'settings.json'), '{"theme');
    const { settings, alertFile } = await open(folder);
    expect(settings.get()).toEqual(defaultSettings);
    expect(settings.problems().map(({ id }) => id)).toEqual(['settings-invalid']);
    expect(alertFile.stored).toEqual(parseStoredAlerts(null));
  });
});
