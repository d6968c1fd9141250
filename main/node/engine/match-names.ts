import picomatch from 'picomatch';

/** Whether a name matches any of some globs. */
export type NameMatcher = (name: string) => boolean;

/** Builds a matcher for globs, one per line. A glob without a slash is compared with the last part of a path. */
export function createNameMatcher(globs: string): NameMatcher {
  const matchers = globs.split('\n').filter(Boolean).map(createGlobMatcher);
  /** There are few names and many usage rows, so each name is matched once. */
  const known = new Map<string, boolean>();
  return (name) => {
    let result = known.get(name);
    if (result === undefined) {
      const path = name.replaceAll('\\', '/');
      result = matchers.some((matches) => matches(path));
      known.set(name, result);
    }
    return result;
  };
}

/** Identical on every system, so that a ledger gives the same answers wherever it is read. */
const options = { dot: true, noextglob: true, windows: false } as const;

function createGlobMatcher(glob: string): NameMatcher {
  const matches = picomatch(glob, options);
  return glob.includes('/') ? matches : (path) => matches(path.slice(path.lastIndexOf('/') + 1));
}
