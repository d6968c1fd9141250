import type { Page } from 'playwright-core';
import { readPng } from '../../test/support/read-png.ts';
import { toApng, type Frame } from './apng.ts';

/** An action in the popover, and how long its result is shown, in milliseconds. */
interface Scene {
  readonly act: (page: Page) => Promise<unknown>;
  readonly delayMs: number;
}

/** What a person does with it in ten seconds. */
const scenes: readonly Scene[] = [
  { act: (page) => page.mouse.move(1, 1), delayMs: 1800 },
  {
    act: (page) =>
      page
        .getByRole('button', { name: /Show what is used/ })
        .first()
        .click(),
    delayMs: 1400,
  },
  {
    act: (page) =>
      page
        .getByRole('button', { name: /Show when it resets/ })
        .first()
        .click(),
    delayMs: 1400,
  },
  { act: (page) => page.getByRole('button', { name: 'Actions for harbour-api' }).click(), delayMs: 1500 },
  { act: (page) => page.keyboard.press('Escape'), delayMs: 500 },
  { act: (page) => page.getByRole('button', { name: 'Blur names and money' }).click(), delayMs: 1500 },
  { act: (page) => page.mouse.move(1, 1), delayMs: 700 },
];

/** Records the popover as an animated PNG, one picture a scene. */
export async function recordPopover(page: Page): Promise<Buffer> {
  const frames: Frame[] = [];
  for (const { act, delayMs } of scenes) {
    await act(page);
    await page.waitForTimeout(400);
    frames.push({ ...toFrame(await page.screenshot({ animations: 'disabled', caret: 'hide' })), delayMs });
  }
  return toApng(frames);
}

function toFrame(png: Buffer): Omit<Frame, 'delayMs'> {
  const { width, height, pixels } = readPng(png);
  const rgb = Buffer.alloc(width * height * 3);
  pixels.forEach(([red, green, blue], index) => rgb.set([red, green, blue], index * 3));
  return { width, height, rgb };
}
