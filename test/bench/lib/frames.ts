import type { Page } from 'playwright-core';
import { toFigure, type Figure } from './figure.ts';
import { toQuantile } from './statistics.ts';

/** Acts once in every frame for a while; `act` is a function's body that gets the number of the frame as `frame`. */
async function recordFrames(page: Page, act: string, frames: number): Promise<readonly number[]> {
  return page.evaluate<readonly number[]>(`new Promise((done) => {
    const act = (frame) => { ${act} }, times = [];
    const next = (atMs) => {
      times.push(atMs);
      if (times.length > ${frames}) return done(times.slice(1).map((at, index) => at - times[index]));
      act(times.length);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })`);
}

/** How smoothly a page draws while something happens in every frame, at 60 frames a second. */
export async function measureFrames(page: Page, name: string, act: string, frames = 120): Promise<readonly Figure[]> {
  const lengths = await recordFrames(page, act, frames);
  const usualMs = 1_000 / 60;
  const dropped = lengths.reduce((sum, length) => sum + Math.max(0, Math.round(length / usualMs) - 1), 0);
  return [
    toFigure(`${name}: frames dropped, of ${dropped + lengths.length}`, 'count', dropped),
    toFigure(`${name}: a frame in two takes`, 'ms', toQuantile(lengths, 0.5)),
    toFigure(`${name}: the longest frame`, 'ms', Math.max(...lengths)),
  ];
}
