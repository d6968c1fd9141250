import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { generate } from 'selfsigned';
import { loadSqlite } from '../../main/node/sqlite/sqlite-driver.ts';

// Writes `test/fixtures/histories/{chromium,firefox}.db`: histories that Debian's Chromium and Firefox wrote themselves
// while they visited a server of this script, which answers under every name. Needs the packages chromium and firefox-esr.

/** Of these, `perplexity.ai` redirects to its search, and the frame of `poe.com` is nobody's visit. */
const visits = [
  'claude.ai/chat/made-up',
  'claude.ai/new?q=made-up',
  'github.com/copilot/c/1',
  'github.com/someone/made-up',
  'perplexity.ai/',
  'example.com/claude.ai',
  'framing.example/',
];
const target = fileURLToPath(new URL('../fixtures/histories/', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'fuelgauge-histories-'));

const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
const answer: Parameters<typeof createServer>[1] = ({ headers, url }, response) => {
  if (headers.host?.startsWith('perplexity.ai') === true && url === '/') {
    response.writeHead(302, { Location: '/search/made-up' }).end();
    return;
  }
  const isFraming = headers.host?.startsWith('framing.example') === true;
  const body = isFraming ? '<iframe src="//poe.com/frame"></iframe>' : 'made up';
  response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<title>Made up</title>${body}`);
};
const [plain, secure] = [createServer(answer), createSecureServer({ cert, key }, answer)];
for (const server of [plain, secure]) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const [plainPort, securePort] = [plain, secure].map((server) => (server.address() as AddressInfo).port);

await visitWithChromium();
await visitWithFirefox();
for (const server of [plain, secure]) {
  server.closeAllConnections();
  server.close();
}
rmSync(folder, { recursive: true });

async function visitWithChromium(): Promise<void> {
  const profile = path.join(folder, 'chromium');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    ignoreHTTPSErrors: true,
    args: ['--no-sandbox', `--host-resolver-rules=MAP * 127.0.0.1:${securePort}`],
  });
  const page = await context.newPage();
  for (const visit of visits) {
    await page.goto(`https://${visit}`);
    await page.waitForTimeout(300);
  }
  await context.close();
  keep(path.join(profile, 'Default', 'History'), 'chromium.db');
}

async function visitWithFirefox(): Promise<void> {
  const profile = mkdtempSync(path.join(folder, 'firefox-'));
  const preferences = {
    'network.dns.forceResolve': '127.0.0.1',
    'network.socket.forcePort': `80=${plainPort}`,
    'network.stricttransportsecurity.preloadlist': false,
    'dom.security.https_first': false,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.enabled': false,
  };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref('${name}', ${JSON.stringify(value)});`);
  writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
  for (const visit of visits) {
    const args = ['--headless', '--no-remote', '--profile', profile, `http://${visit}`];
    const browser = spawn('firefox-esr', args, { stdio: 'ignore', env: { ...process.env, HOME: folder } });
    await delay(9_000);
    browser.kill('SIGTERM');
    await new Promise((resolve) => browser.once('exit', resolve));
  }
  keep(path.join(profile, 'places.sqlite'), 'firefox.db');
}

/** The browser's own tables and rows, without the space that it reserves. */
function keep(file: string, name: string): void {
  const driver = loadSqlite();
  if (!driver.ok) throw new Error(driver.error);
  const database = driver.value.open(file);
  rmSync(path.join(target, name), { force: true });
  // Firefox has pages of 32 KiB, most of them empty.
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024');
  database.exec(`VACUUM INTO '${path.join(target, name)}'`);
  database.close();
  console.log(name, readdirSync(target).length);
}
