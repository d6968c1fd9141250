import type { Random } from '../../corpus/random.ts';

type Point = readonly number[];
type Tree =
  | { readonly size: number }
  | { readonly feature: number; readonly at: number; readonly left: Tree; readonly right: Tree };

const trees = 100;
const sample = 64;

/** Scores points by how quickly random cuts isolate them (Liu, Ting and Zhou 2008): 0 to 1, more is stranger. */
export function createIsolationForest(points: readonly Point[], random: Random): (point: Point) => number {
  const size = Math.min(sample, points.length);
  const depth = Math.ceil(Math.log2(Math.max(2, size)));
  const forest = Array.from({ length: trees }, () =>
    grow(
      Array.from({ length: size }, () => points[Math.floor(random.next() * points.length)]!),
      depth,
      random,
    ),
  );
  return (point) => {
    const mean = forest.reduce((sum, tree) => sum + pathOf(tree, point, 0), 0) / trees;
    return 2 ** (-mean / Math.max(1e-9, usualPath(size)));
  };
}

function grow(points: readonly Point[], depth: number, random: Random): Tree {
  if (depth === 0 || points.length <= 1) return { size: points.length };
  const feature = Math.floor(random.next() * (points[0]?.length ?? 1));
  const values = points.map((point) => point[feature] ?? 0);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return { size: points.length };
  const at = low + random.next() * (high - low);
  return {
    feature,
    at,
    left: grow(
      points.filter((point) => (point[feature] ?? 0) < at),
      depth - 1,
      random,
    ),
    right: grow(
      points.filter((point) => (point[feature] ?? 0) >= at),
      depth - 1,
      random,
    ),
  };
}

function pathOf(tree: Tree, point: Point, depth: number): number {
  if ('size' in tree) return depth + usualPath(tree.size);
  return pathOf((point[tree.feature] ?? 0) < tree.at ? tree.left : tree.right, point, depth + 1);
}

function usualPath(size: number): number {
  return size <= 1 ? 0 : 2 * (Math.log(size - 1) + 0.5772) - (2 * (size - 1)) / size;
}
