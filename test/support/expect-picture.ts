import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { comparePicture } from './pictures.ts';

/** Committed pictures were made by this Chromium; another one smooths edges otherwise. */
const madeByChromium = '130';
/** The share of pixels that may differ; more in another Chromium. */
const tolerated = { same: 0.001, other: 0.03 };

/** Fails unless a picture is the committed one of this name, up to the share of pixels that may differ. */
export async function expectPicture(page: Page, name: string, picture: Buffer): Promise<void> {
  const chromium = await page.evaluate(() => /Chrome\/(\d+)/.exec(navigator.userAgent)?.[1]);
  const { differing, size, committedSize } = await comparePicture(page, name, picture);
  expect(size).toEqual(committedSize);
  expect(differing, name).toBeLessThanOrEqual(chromium === madeByChromium ? tolerated.same : tolerated.other);
}
