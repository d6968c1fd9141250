import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/** Appends names to a folder in the platform's notation; a trailing separator is not doubled. */
export function joinPath(platform: Platform, folder: string, ...names: readonly string[]): string {
  const separator = platform === 'win32' ? '\\' : '/';
  return [trimEnd(platform, folder), ...names].join(separator);
}

/** Whether a path is independent of the current folder. */
export function isAbsolutePath(platform: Platform, path: string): boolean {
  return platform === 'win32' ? /^([A-Za-z]:[\\/]|[\\/]{2})/.test(path) : path.startsWith('/');
}

/** The last part of a path with `/` or, where the path has one, `\`. */
export function lastSegment(path: string): string {
  const parts = path.split(/[\\/]/).filter((part) => part !== '');
  return parts.at(-1) ?? '';
}

/** A log file's name without its folder and without `.jsonl`, `.jsonl.zst`. */
export function fileStem(path: string): string {
  return lastSegment(path).replace(/\.jsonl(\.zst)?$/i, '');
}

/** Reads a folder from an environment variable; a leading `~` is the home. Null when unset, empty or relative. */
export function toFolder(host: HostEnvironment, value: string | undefined): string | null {
  const text = value?.trim() ?? '';
  const path = /^~(?=$|[\\/])/.test(text) ? host.home + text.slice(1) : text;
  return isAbsolutePath(host.platform, path) ? trimEnd(host.platform, path) : null;
}

/** Keeps the first of several roots that name the same folder. */
export function withoutRepeats(platform: Platform, roots: readonly LogRoot[]): readonly LogRoot[] {
  const seen = new Set<string>();
  return roots.filter(({ path }) => {
    const identity = platform === 'win32' ? path.toLowerCase().replaceAll('/', '\\') : path;
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

/** An agent's own roots, and the same folders in the homes of other systems; without repeats. */
export function withOtherHomes(
  host: HostEnvironment,
  own: readonly LogRoot[],
  foldersIn: (home: string) => readonly string[],
): readonly LogRoot[] {
  const others = host.otherHomes.flatMap((home) =>
    foldersIn(home.path).map((path) => ({ path, origin: `home ${home.path}` })),
  );
  return withoutRepeats(host.platform, [...own, ...others]);
}

function trimEnd(platform: Platform, path: string): string {
  const trimmed = path.replace(platform === 'win32' ? /[\\/]+$/ : /\/+$/, '');
  // A file system's root is just its separator.
  return trimmed === '' || /^[A-Za-z]:$/.test(trimmed) ? path : trimmed;
}
