import { readlink } from 'node:fs/promises';
import path, { type PlatformPath } from 'node:path';
import { noGuests } from '../../system/guest-systems.ts';
import { isMissing } from './file-problem.ts';

/** More links than this in a row are a loop, which the system reports itself. */
const maxHops = 40;

/** What following links needs; replaced in tests by recorded values. */
export interface LinkReader {
  /** What a link says; null when there is no link at that path, undefined when there is nothing. Follows nothing. */
  readonly readLink: (path: string) => Promise<string | null | undefined>;
  readonly paths: Pick<PlatformPath, 'dirname' | 'parse' | 'resolve' | 'sep'>;
}

/**
 * Builds a check whether a path is in a system that sleeps, or leads into one by a link, such as
 * `C:\Users\me\.claude` into `\\wsl.localhost\Ubuntu`: resolving such a link would start that system, so the path is
 * followed by hand, and only as far as nothing sleeps. What links said is remembered: build a new one for each search.
 */
export function createSleepCheck(
  isAsleep: (path: string) => boolean,
  { readLink, paths }: LinkReader = systemLinks,
): (path: string) => Promise<boolean> {
  if (isAsleep === noGuests.isAsleep) return () => Promise.resolve(false);
  const answers = new Map<string, ReturnType<LinkReader['readLink']>>();
  const ask = (link: string): ReturnType<LinkReader['readLink']> => {
    const answer = answers.get(link) ?? readLink(link);
    answers.set(link, answer);
    return answer;
  };

  /** The path with its first link replaced by what that says; null when it contains none. */
  const followOnce = async (from: string): Promise<string | null> => {
    const { root } = paths.parse(from);
    const parts = from.slice(root.length).split(paths.sep);
    for (let index = 0; index < parts.length; index++) {
      const part = root + parts.slice(0, index + 1).join(paths.sep);
      const target = await ask(part);
      if (target === undefined) return null;
      if (target !== null) return paths.resolve(paths.dirname(part), target, ...parts.slice(index + 1));
    }
    return null;
  };

  return async (from) => {
    let current: string | null = from;
    for (let hop = 0; current !== null && hop < maxHops; hop++) {
      if (isAsleep(current)) return true;
      current = await followOnce(current);
    }
    return false;
  };
}

const systemLinks: LinkReader = {
  paths: path,
  async readLink(link) {
    try {
      return await readlink(link);
    } catch (error) {
      return isMissing(error) ? undefined : null;
    }
  },
};
