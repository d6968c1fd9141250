import { cleanText } from './clean-text.ts';

/** Last segment of a path of any system; the path itself when it has none. For display only. */
export function toPathName(path: string): string {
  const segments = path.split(/[\\/]/).filter((segment) => segment !== '');
  return cleanText(segments.at(-1) ?? path);
}
