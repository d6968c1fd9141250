/** Threads that were forked from one another, directly or indirectly; cycles and unknown parents are allowed. */
export interface ThreadFamilies {
  /** Returns the family of a thread: the same for all its threads until families are joined. */
  familyOf(thread: string): string;
  membersOf(family: string): readonly string[];
  /** Joins the families of two threads; the second one's name stays. False when they were already one. */
  join(thread: string, parent: string): boolean;
  /** Families with more than one thread. */
  all(): Iterable<readonly string[]>;
}

/** Builds an empty set of families: every thread is its own family. */
export function createThreadFamilies(): ThreadFamilies {
  const names = new Map<string, string>();
  const members = new Map<string, string[]>();
  const familyOf = (thread: string): string => names.get(thread) ?? thread;
  const membersOf = (family: string): readonly string[] => members.get(family) ?? [family];
  return {
    familyOf,
    membersOf,
    join(thread, parent) {
      const lost = familyOf(thread);
      const kept = familyOf(parent);
      if (lost === kept) return false;
      const moved = membersOf(lost);
      for (const member of moved) names.set(member, kept);
      members.set(kept, [...membersOf(kept), ...moved]);
      members.delete(lost);
      return true;
    },
    all: () => members.values(),
  };
}
