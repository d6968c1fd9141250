import path from 'node:path';

/** The tray app's command-line options. */
export interface AppArguments {
  /** Home folder whose logs are read; null: the person's own. */
  readonly home: string | null;
  /** Where the app keeps its own data; null: Electron's `userData`. */
  readonly data: string | null;
  /** Start in the tray without opening anything; set by the login item. */
  readonly isHidden: boolean;
}

/**
 * Parses `--home DIR`, `--data DIR` (also `--home=DIR`) and `--hidden`; the last one wins. Anything else belongs to
 * Chromium and is ignored. Relative folders are resolved against `workingFolder`; a flag without a folder counts as not
 * given.
 */
export function parseAppArguments(argv: readonly string[], workingFolder: string): AppArguments {
  return {
    home: toFolder(valueOf(argv, '--home'), workingFolder),
    data: toFolder(valueOf(argv, '--data'), workingFolder),
    isHidden: argv.includes('--hidden'),
  };
}

/** A file in an asar archive that other programs must open is unpacked beside the archive. */
export function toUnpackedPath(file: string): string {
  return file.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2');
}

function valueOf(argv: readonly string[], flag: string): string | null {
  let value: string | null = null;
  argv.forEach((argument, index) => {
    const next = argv[index + 1];
    if (argument.startsWith(`${flag}=`)) value = argument.slice(flag.length + 1);
    else if (argument === flag && next !== undefined && !next.startsWith('--')) value = next;
  });
  return value;
}

function toFolder(value: string | null, workingFolder: string): string | null {
  return value === null || value === '' ? null : path.resolve(workingFolder, value);
}
