import type { Formats } from '../../format/formats.ts';

/** `fuelgauge doctor --bundle`. */
export function createCliBundleMessages(format: Formats) {
  return {
    entry: (name: string, bytes: number): string => `── ${name} (${format.integer(bytes)} bytes)`,
    list: (names: readonly string[]): string => `This is all that the archive holds: ${names.join(', ')}.`,
    confirm: (file: string): string => `Write it to ${file}? [y/N] `,
    needsYes: 'Nothing was written. Add "--yes" where there is no terminal to ask on.',
    declined: 'Nothing was written.',
    written: (file: string): string => `Written: ${file}`,
    notWritten: (file: string, code: string): string =>
      code === 'EEXIST' ? `${file} is there already, and stays as it is.` : `${file} could not be written (${code}).`,
  };
}
