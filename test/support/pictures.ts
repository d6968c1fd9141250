import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { toPng } from '../../build/lib/apng.ts';

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
  if (process.env['FUELGAUGE_PICTURES'] === 'update') await save(file, await compress(page, picture));
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
      // As whole pixels: nearly all are the same, and there are millions.
      const [before, after, marked] = [old, current, marks].map(({ data }) => new Uint32Array(data.buffer)) as [
        Uint32Array,
        Uint32Array,
        Uint32Array,
      ];
      marked.fill(0xff_f5_f5_f5);
      const farIn = (at: number): number => Math.abs((current.data[at] ?? 0) - (old.data[at] ?? 0));
      for (let pixel = 0; pixel < after.length; pixel += 1) {
        if (before[pixel] === after[pixel]) continue;
        const at = 4 * pixel;
        if (Math.max(farIn(at), farIn(at + 1), farIn(at + 2)) <= tolerance) continue;
        count += 1;
        marked[pixel] = 0xff_00_00_dc;
      }
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = size;
      canvas.getContext('2d')?.putImageData(marks, 0, 0);
      return { differing: count / after.length, size, committedSize, difference: canvas.toDataURL() };
    },
    { sources: [before, now], tolerance: channelTolerance },
  );
  await save(join(results, `${name}.png`), picture);
  if (difference !== null) await save(join(results, `${name}.difference.png`), fromAddress(difference));
  return comparison;
}

/** The same picture in fewer bytes: what is committed stays in the repository for ever. */
async function compress(page: Page, picture: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('there is no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const reader = new FileReader();
    const read = new Promise((done) => reader.addEventListener('load', done));
    reader.readAsDataURL(new Blob([data]));
    await read;
    return { width: image.width, height: image.height, pixels: reader.result as string };
  }, toAddress(picture));
  const rgba = fromAddress(pixels);
  const rgb = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) rgba.copy(rgb, at * 3, at * 4, at * 4 + 3);
  return toPng({ width, height, rgb });
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
