import type { TreeMember } from '../domain/agent-process.ts';
import { isOldEnough } from './parent.ts';

/**
 * A process that is listed in one of these trees, with everything it started, itself first; empty when it is in none.
 */
export function pickTargets(pid: number, trees: readonly (readonly TreeMember[])[]): readonly TreeMember[] {
  const tree = trees.find((members) => members.some((member) => member.pid === pid)) ?? [];
  const picked = new Set(tree.filter((member) => member.pid === pid));
  for (const member of picked) {
    for (const child of tree) if (child.parentPid === member.pid && isOldEnough(member, child)) picked.add(child);
  }
  return [...picked];
}
