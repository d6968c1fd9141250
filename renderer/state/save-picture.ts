import { saveFile } from './save-file.ts';

/** The name of a file, from a title in any language: its letters and digits, joined by hyphens. */
export function toFileName(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? 'fuelgauge' : words.join('-');
}

/** Saves what is drawn in an element as a PNG picture; nothing where nothing is drawn. `name` is without an ending. */
export function savePicture(name: string, figure: HTMLElement | undefined): void {
  figure?.querySelector('canvas')?.toBlob((picture) => {
    if (picture !== null) saveFile(`${name}.png`, 'image/png', picture);
  });
}
