import type { PixelText } from '../../../shared/lib/pixel-text.ts';

/** The color of a text: `outlined` is light with a dark edge. */
export type TextInk = 'light' | 'dark' | 'outlined';

const opaque = 255;
/** Almost white and almost black, as in the icons. */
const tones = { light: 245, dark: 26 } as const;

/** A text as a bitmap of four bytes a pixel, row by row; blue, green and red are the same, so their order does not matter. */
export function toBitmap({ edge, pixels }: PixelText, ink: TextInk): Buffer {
  const bitmap = Buffer.alloc(edge * edge * 4);
  const tone = ink === 'dark' ? tones.dark : tones.light;
  pixels.forEach((pixel, index) => {
    const isEdge = pixel === 0 && ink === 'outlined' && hasNeighbour(pixels, edge, index);
    if (pixel === 0 && !isEdge) return;
    bitmap.fill(isEdge ? tones.dark : tone, index * 4, index * 4 + 3);
    bitmap[index * 4 + 3] = opaque;
  });
  return bitmap;
}

function hasNeighbour(pixels: Uint8Array, edge: number, index: number): boolean {
  const [column, row] = [index % edge, Math.floor(index / edge)];
  for (const [x, y] of [
    [column - 1, row],
    [column + 1, row],
    [column, row - 1],
    [column, row + 1],
  ] as const) {
    if (x >= 0 && x < edge && y >= 0 && y < edge && pixels[y * edge + x] === 1) return true;
  }
  return false;
}
