import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provideElectron } from '../../../build/electron.ts';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { startTrayHost, type TrayHost } from '../../support/desktop/tray-host.ts';
import { providePackagedApp } from '../../support/packaged-app.ts';
import { hasStrace } from '../../support/test-machine.ts';
import { startTracedApp, type TracedApp } from '../../support/traced-app.ts';

/** Late activity of Chromium (component updates, DNS probes) begins within this time. */
const lateMs = 60_000;

describe.runIf(hasStrace)('an app that is left alone with all its windows open', () => {
  let desktop: TrayHost;
  let built: TracedApp;
  let packaged: TracedApp;

  beforeAll(async () => {
    desktop = await startTrayHost();
    const electron = await provideElectron();
    const { program } = await providePackagedApp();
    built = await startTracedApp(desktop, [electron.path, repositoryRoot], { logsRequests: true });
    packaged = await startTracedApp(desktop, [program]);
    await built.openEveryWindow();
    await packaged.openEveryWindow();
    await delay(lateMs);
  });
  afterAll(async () => {
    await built.dispose();
    await packaged.dispose();
    desktop.close();
  });

  it('uses no network socket at all, built', async () => {
    expect(await built.quit()).toEqual([]);
  });

  it('uses no network socket at all, packaged', async () => {
    expect(await packaged.quit()).toEqual([]);
  });

  it('does not even try: nothing in it requests an address that is refused', async () => {
    expect(await built.readRequests()).toEqual([]);
  });
});
