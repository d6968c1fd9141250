import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

/** Where the committed pictures are. */
const committed = resolve(import.meta.dirname, '../e2e/browser/pictures');
/** Where pictures that differ go, beside what differs in them. */
const results = resolve(import.meta.dirname, '../../test-results/pictures');

/** A pixel differs when a channel does by more than this: below it is how an edge is smoothed. */
const channelTolerance = 48;

/** How a picture compares with the committed one. */
export interface Comparison {
  /** Share of the pixels that differ, 0 to 1; 1 when the size does. */
  readonly differing: number;
  readonly size: readonly [width: number, height: number];
  readonly committedSize: readonly [width: number, height: number];
}

/** Puts pictures side by side on one sheet, in rows of `columns`; the page must allow images from `data:`. */
export async function drawSheet(page: Page, pictures: readonly Buffer[], columns: number): Promise<Buffer> {
  const address = await page.evaluate(
    async ({ sources, perRow }) => {
      const gap = 16;
      const images = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          return image;
        }),
      );
      const rows: HTMLImageElement[][] = [];
      for (let at = 0; at < images.length; at += perRow) rows.push(images.slice(at, at + perRow));
      const widthOf = (row: HTMLImageElement[]): number => row.reduce((sum, image) => sum + image.width + gap, gap);
      const heightOf = (row: HTMLImageElement[]): number => Math.max(...row.map((image) => image.height)) + gap;
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(...rows.map(widthOf));
      canvas.height = rows.reduce((sum, row) => sum + heightOf(row), gap);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('there is no canvas');
      context.fillStyle = '#8a9299';
      context.fillRect(0, 0, canvas.width, canvas.height);
      let y = gap;
      for (const row of rows) {
        let x = gap;
        for (const image of row) {
          context.drawImage(image, x, y);
          x += image.width + gap;
        }
        y += heightOf(row);
      }
      return canvas.toDataURL('image/png');
    },
    { sources: pictures.map(toAddress), perRow: columns },
  );
  return fromAddress(address);
}

/**
 * Compares a picture with the committed one of this name, and writes it and what differs to test-results/pictures. With
 * `FUELGAUGE_PICTURES=update` it becomes the committed one.
 */
export async function comparePicture(page: Page, name: string, picture: Buffer): Promise<Comparison> {
  const file = join(committed, `${name}.png`);
  if (process.env['FUELGAUGE_PICTURES'] === 'update') await save(file, picture);
  const [before, now] = [toAddress(await readFile(file)), toAddress(picture)];
  const { difference, ...comparison } = await page.evaluate(
    async ({ sources, tolerance }) => {
      const read = async (source: string): Promise<ImageData> => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('there is no canvas');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      };
      const [old, current] = (await Promise.all(sources.map(read))) as [ImageData, ImageData];
      const size: [number, number] = [current.width, current.height];
      const committedSize: [number, number] = [old.width, old.height];
      if (size.join() !== committedSize.join()) return { differing: 1, size, committedSize, difference: null };
      let count = 0;
      const marks = new ImageData(current.width, current.height);
      for (let at = 0; at < current.data.length; at += 4) {
        const far = Math.max(...[0, 1, 2].map((c) => Math.abs((current.data[at + c] ?? 0) - (old.data[at + c] ?? 0))));
        const differs = far > tolerance;
        if (differs) count += 1;
        marks.data.set(differs ? [220, 0, 0, 255] : [245, 245, 245, 255], at);
      }
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = size;
      canvas.getContext('2d')?.putImageData(marks, 0, 0);
      return { differing: (4 * count) / current.data.length, size, committedSize, difference: canvas.toDataURL() };
    },
    { sources: [before, now], tolerance: channelTolerance },
  );
  await save(join(results, `${name}.png`), picture);
  if (difference !== null) await save(join(results, `${name}.difference.png`), fromAddress(difference));
  return comparison;
}

async function save(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

function toAddress(bytes: Buffer): string {
  return `data:image/png;base64,${bytes.toString('base64')}`;
}

function fromAddress(address: string): Buffer {
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}
