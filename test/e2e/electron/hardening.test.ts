import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from '../../../shared/contract/index.ts';
import { launchApp, type LaunchedApp } from '../../support/electron.ts';

/** What the preload script exposes to a page. */
interface PageGlobals {
  readonly fuelgauge: Transport;
}

describe('a page of the app', () => {
  let launched: LaunchedApp;
  let page: Page;
  let server: Server;
  let address: string;
  const requests: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.end('reached');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    launched = await launchApp();
    page = await launched.waitForWindow('popover');
  });
  afterAll(async () => {
    await launched.close();
    server.close();
  });

  it('is sandboxed: no Node, no Electron, only the transport', async () => {
    expect(
      await page.evaluate(() => ['require', 'process', 'module', 'electron'].filter((name) => name in globalThis)),
    ).toEqual([]);
    expect(await page.evaluate(() => Object.keys((globalThis as unknown as PageGlobals).fuelgauge).sort())).toEqual([
      'call',
      'subscribe',
    ]);
  });

  it('reaches no network, not even this machine', async () => {
    const outcomes = await page.evaluate(async (url) => {
      const fetched = await fetch(url).then(
        () => 'reached',
        () => 'refused',
      );
      const image = await new Promise((resolve) => {
        const element = new Image();
        element.onload = () => resolve('reached');
        element.onerror = () => resolve('refused');
        element.src = `${url}/image`;
      });
      const socket = await new Promise((resolve) => {
        try {
          const opened = new WebSocket(url.replace('http', 'ws'));
          opened.onopen = () => resolve('reached');
          opened.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      });
      return [fetched, image, socket];
    }, address);
    expect(outcomes).toEqual(['refused', 'refused', 'refused']);
    expect(requests).toEqual([]);
  });

  it('runs no script but its own', async () => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.intruder = true';
      document.body.append(script);
      return 'intruder' in globalThis;
    });
    expect(ran).toBe(false);
  });

  it('cannot navigate, open windows or embed others', async () => {
    const before = page.url();
    expect(await page.evaluate((url) => window.open(url) === null, address)).toBe(true);
    await page.evaluate((url) => void (location.href = url), address);
    await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    }, address);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(page.url()).toBe(before);
    expect(launched.app.windows()).toHaveLength(1);
    expect(requests).toEqual([]);
  });

  it('is granted no permission', async () => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone'] as const;
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(states).not.toContain('granted');
    expect(
      await page.evaluate(() =>
        navigator.mediaDevices.getUserMedia({ audio: true }).then(
          () => 'granted',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
  });

  it('can load no file but its own', async () => {
    const read = (path: string): Promise<string> =>
      page.evaluate(
        (url) =>
          fetch(url).then(
            async (response) => `${response.status} ${(await response.text()).slice(0, 40)}`,
            () => 'refused',
          ),
        path,
      );
    expect(await read('index.html')).toMatch(/^200 <!doctype html>/i);
    for (const path of [
      '../../../package.json',
      '..%2f..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/../main/index.js',
      'file:///etc/passwd',
    ]) {
      expect(await read(path)).not.toMatch(/^200/);
    }
  });

  it('gets a reason for a call that is not in the contract', async () => {
    const ask = (name: string, argument: unknown): Promise<string> =>
      page.evaluate(
        ([call, value]) =>
          (globalThis as unknown as PageGlobals).fuelgauge
            .call(call, value)
            .then((answer) => (answer.ok ? 'answered' : JSON.stringify(answer.error))),
        [name, argument] as const,
      );
    expect(await ask('snapshot', undefined)).toBe('answered');
    for (const [name, argument] of [
      ['shutdownEverything', undefined],
      ['setPaused', 'yes'],
      ['report', { by: 'decade' }],
      ['report', null],
      ['updateSettings', { theme: 'neon' }],
      ['updateSettings', { unknown: 1 }],
      ['openWindow', '../../etc'],
      ['__proto__', {}],
      ['toString', {}],
    ] as const) {
      const answer = await ask(name, argument);
      expect(answer, name).toMatch(/"kind":"(unknown-call|invalid-argument)"/);
      expect(answer, name).not.toMatch(/ at |Error invoking|node_modules/);
    }
  });

  it('does not answer a foreign frame', async () => {
    const found = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return 'fuelgauge' in (frame.contentWindow ?? {});
    });
    expect(found).toBe(false);
  });
});
