/// <reference path="../../../renderer/bridge/window.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import type { SettingsPatch } from '../../../shared/settings/schema.ts';
import { startBrowserBench, type BrowserBench, type OpenedPage } from '../../support/browser-page.ts';
import { openSettings, readPatches, typeInto } from '../../support/settings-page.ts';

let bench: BrowserBench;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  bench = await startBrowserBench();
  opened = await openSettings(bench);
  page = opened.page;
});
afterAll(async () => {
  await opened.close();
  await bench.close();
});

it('settings say where metrics, crashes and a proxy are, and show what would be sent', async () => {
  await page.getByRole('switch', { name: 'Push metrics with OpenTelemetry' }).click();
  await typeInto(page, 'Collector', 'collector.example');
  await page.getByText('Enter an address that begins with').waitFor();
  await typeInto(page, 'Collector', 'https://collector.example:4318');
  await page.getByLabel('Protocol').selectOption('grpc');
  await typeInto(page, 'LiteLLM proxy', 'https://proxy.example');
  await typeInto(page, 'Send crash reports', 'http://key@errors.example/1');
  await page.getByText('Enter a DSN such as').waitFor();
  await typeInto(page, 'Send crash reports', 'https://key@errors.example/1');
  const payload = '{"event_id":"1"}';
  const answer = { address: 'https://errors.example/api/1/envelope/', isExample: true, payload };
  await page.evaluate((shown) => window.fuelgaugeFake?.answer('errorReport', shown), answer);
  await page.getByRole('button', { name: 'Show what is sent' }).click();
  await page.getByText('Posted to https://errors.example/api/1/envelope/').waitFor();
  expect(await page.locator('pre', { hasText: payload }).count()).toBe(1);
  const [on, endpoint, protocol, proxy, reports] = (await readPatches(page)) as SettingsPatch[];
  const isOn = { ...defaultSettings.otlpExport, isOn: true };
  expect(on).toEqual({ otlpExport: isOn });
  expect(endpoint).toEqual({ otlpExport: { ...isOn, endpoint: 'https://collector.example:4318' } });
  expect(protocol?.otlpExport?.protocol).toBe('grpc');
  expect(proxy).toEqual({ proxy: { ...defaultSettings.proxy, address: 'https://proxy.example' } });
  expect(reports).toEqual({ errorReports: { dsn: 'https://key@errors.example/1' } });
});
