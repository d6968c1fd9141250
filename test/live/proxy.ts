/**
 * Asks a real proxy what Fuelgauge asks, and says what it understood. Nothing is kept but a temporary folder.
 *
 *   FUELGAUGE_SECRET_PROXY=sk-… node test/live/proxy.ts https://proxy.example [days]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toProxyAddress } from '../../main/server/proxy/ask-proxy.ts';
import { createProxyStore } from '../../main/server/proxy/proxy-store.ts';
import { proxySources, pullProxy } from '../../main/server/proxy/pull-proxy.ts';

const [given = '', days = '2'] = process.argv.slice(2);
const address = toProxyAddress(given);
const key = process.env['FUELGAUGE_SECRET_PROXY'];
const [source] = proxySources;
if (address === null || key === undefined || source === undefined) {
  throw new Error('Give an https address, and the key in FUELGAUGE_SECRET_PROXY.');
}
const folder = mkdtempSync(join(tmpdir(), 'fuelgauge-live-'));
try {
  const request = { source, address, key, days: Number(days), isCounted: false };
  const pull = await pullProxy(request, createProxyStore(folder, Date.now), Date.now());
  process.stdout.write(`${JSON.stringify(pull, null, 2)}\n`);
  const isUnderstood = !Object.values(pull.failures).includes('other-shape');
  process.exitCode = isUnderstood ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
