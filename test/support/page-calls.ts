/// <reference path="../../renderer/bridge/window.d.ts" />
import type { Page } from 'playwright-core';

/** The arguments of one call that a page over the fake host has sent, in order. */
export async function readCalls(page: Page, wanted: string): Promise<readonly Record<string, unknown>[]> {
  const calls = await page.evaluate(() => window.fuelgaugeFake?.calls ?? []);
  return calls.filter(({ name }) => name === wanted).map(({ argument }) => argument as Record<string, unknown>);
}
