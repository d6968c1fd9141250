import { cleanText } from './clean-text.ts';
import { groupBy } from './group-by.ts';

/** Last segment of a path of any system; the path itself when there is none, or nothing to read in it. For display only. */
export function toPathName(path: string): string {
  const name = cleanText(toSegments(path).at(-1) ?? path);
  return name.trim() === '' ? cleanText(path) : name;
}

/**
 * Names paths that are listed together: by the last segment, and where others end with the same one, also by the
 * nearest folder that distinguishes them, as in `app (shop)`.
 */
export function createPathNames(paths: Iterable<string | null>): (path: string) => string {
  const distinct = [...new Set(paths)].filter((path) => path !== null);
  const names = new Map<string, string>();
  for (const [name, alike] of groupBy(distinct, toPathName)) {
    if (alike.length > 1) for (const path of alike) names.set(path, `${name} (${findDifference(path, alike)})`);
  }
  return (path) => names.get(path) ?? toPathName(path);
}

/** The nearest ancestor that no other path has in the same position; all ancestors if each is shared with another. */
function findDifference(path: string, alike: readonly string[]): string {
  const own = toSegments(path);
  const others = alike.filter((other) => other !== path).map(toSegments);
  for (let back = 2; back <= own.length; back += 1) {
    if (others.every((other) => other.at(-back) !== own.at(-back))) return cleanText(own.at(-back) ?? path);
  }
  return cleanText(path);
}

function toSegments(path: string): readonly string[] {
  return path.split(/[\\/]/).filter((segment) => segment !== '');
}
