import type { Formats } from '../../format/formats.ts';

/** `fuelgauge doctor --bundle`. */
export function createCliBundleMessages(format: Formats) {
  return {
    entry: (name: string, bytes: number): string => `── ${name} (${format.integer(bytes)} bytes)`,
    list: (names: readonly string[]): string => `The archive contains only these files: ${names.join(', ')}.`,
    confirm: (file: string): string => `Write it to ${file}? [y/N] `,
    needsYes: 'Nothing was written. Without a terminal, add "--yes".',
    declined: 'Nothing was written.',
    written: (file: string): string => `Written: ${file}`,
    notWritten: (file: string, code: string): string =>
      code === 'EEXIST' ? `${file} already exists and was not changed.` : `${file} could not be written (${code}).`,
  };
}
