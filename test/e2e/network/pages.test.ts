import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from '../../../shared/contract/index.ts';
import { launchApp } from '../../support/electron.ts';
import { startLoopbackTrap, type LoopbackTrap } from '../../support/network/loopback-trap.ts';
import { attemptEscapes, type EscapeTarget } from '../../support/network/page-escapes.ts';
import { readSocketUses, thatReachOut } from '../../support/network/traced-sockets.ts';
import { hasStrace } from '../../support/test-machine.ts';

/** What the preload script exposes to a page. */
interface PageGlobals {
  readonly fuelgauge: Transport;
}

describe.runIf(hasStrace)('a page that tries every way out', () => {
  let folder: string;
  let trap: LoopbackTrap;
  let target: EscapeTarget;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fuelgauge-escapes-'));
    trap = await startLoopbackTrap();
    target = { tcpPort: trap.tcpPort, udpPort: trap.udpPort, domain: 'escape.test' };
  });
  afterAll(async () => {
    trap.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  it('escapes from an ordinary window by all of them, so that silence means something', async () => {
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'ordinary', main: 'main.cjs' }));
    await writeFile(
      join(folder, 'main.cjs'),
      "const { app, BrowserWindow } = require('electron');\n" +
        `app.whenReady().then(() => new BrowserWindow().loadURL('http://127.0.0.1:${trap.tcpPort}/ordinary'));\n`,
    );
    const socketTrace = join(folder, 'ordinary.trace');
    const launched = await launchApp({ appFolder: folder, socketTrace });
    await attemptEscapes(await launched.waitForWindow('/ordinary'), target);
    await launched.close();
    expect(trap.arrivals()).toEqual(
      expect.arrayContaining([
        'tcp GET /.well-known/web-identity',
        'tcp GET /background',
        'tcp GET /fetch',
        'tcp GET /font',
        'tcp GET /frame',
        'tcp GET /image',
        'tcp GET /navigation',
        'tcp GET /prefetch',
        'tcp GET /socket',
        'tcp GET /srcdoc',
        'tcp GET /stylesheet',
        'tcp GET /window',
        'tcp GET /worker',
        'tcp POST /beacon',
        'tcp POST /form',
        'tcp POST /keepalive',
        'tcp POST /ping',
        'tcp STUN',
        'tcp TLS',
        'udp STUN',
      ]),
    );
    const peers = (await readSocketUses(socketTrace)).map(({ peer }) => peer);
    expect(peers.filter((peer) => /:53$|resolve/.test(peer))).not.toEqual([]);
  });

  it('escapes from no window of the app: nothing arrives and no name server is asked', async () => {
    const socketTrace = join(folder, 'app.trace');
    const launched = await launchApp({ socketTrace });
    const popover = await launched.waitForWindow('popover');
    await popover.evaluate(() => (globalThis as unknown as PageGlobals).fuelgauge.call('openWindow', 'overview'));
    const main = await launched.waitForWindow('main-window');
    trap.clear();
    await attemptEscapes(popover, target);
    expect(trap.arrivals(), 'popover').toEqual([]);
    await attemptEscapes(main, target);
    expect(trap.arrivals(), 'main window').toEqual([]);
    await launched.close();
    expect(thatReachOut(await readSocketUses(socketTrace))).toEqual([]);
  });
});
