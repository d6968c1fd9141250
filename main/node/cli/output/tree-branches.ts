import { groupBy } from '../../../../shared/lib/group-by.ts';

/** A row of a tree, with what is drawn before its name. */
export interface TreeBranch<Item> {
  readonly item: Item;
  readonly branch: string;
}

type Node = { readonly pid: number; readonly parentPid: number };

/** Processes, each below the one that started it, with the lines of the tree; those whose parent is missing have none. */
export function toTreeBranches<Item extends Node>(items: readonly Item[]): readonly TreeBranch<Item>[] {
  const children = groupBy(items, ({ parentPid }) => parentPid);
  const pids = new Set(items.map(({ pid }) => pid));
  const rows: TreeBranch<Item>[] = [];
  const add = (item: Item, branch: string, below: string): void => {
    rows.push({ item, branch });
    const own = children.get(item.pid) ?? [];
    own.forEach((child, index) => {
      const isLast = index === own.length - 1;
      add(child, `${below}${isLast ? '└' : '├'} `, `${below}${isLast ? '  ' : '│ '}`);
    });
  };
  for (const item of items) if (!pids.has(item.parentPid)) add(item, '', '');
  return rows;
}
