type Point = readonly number[];

/** Groups points by density (Ester and others 1996): the cluster of each, -1 for noise. */
export function clusterByDensity(points: readonly Point[], radius: number, minPoints: number): readonly number[] {
  const clusters: number[] = points.map(() => -2);
  const near = (index: number): number[] =>
    points.flatMap((point, other) => (distance(point, points[index]!) <= radius ? [other] : []));
  let cluster = -1;
  for (const index of points.keys()) {
    if (clusters[index] !== -2) continue;
    const queue = near(index);
    if (queue.length < minPoints) {
      clusters[index] = -1;
      continue;
    }
    cluster++;
    clusters[index] = cluster;
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (clusters[next] === -1) clusters[next] = cluster;
      if (clusters[next] !== -2) continue;
      clusters[next] = cluster;
      const more = near(next);
      if (more.length >= minPoints) queue.push(...more);
    }
  }
  return clusters;
}

/** The mean silhouette of clustered points, -1 to 1; null with fewer than two clusters. */
export function silhouetteOf(points: readonly Point[], clusters: readonly number[]): number | null {
  const names = [...new Set(clusters)].filter((each) => each >= 0);
  if (names.length < 2) return null;
  const meanTo = (index: number, cluster: number): number => {
    const others = points.filter((_, other) => clusters[other] === cluster && other !== index);
    return others.reduce((sum, other) => sum + distance(points[index]!, other), 0) / Math.max(1, others.length);
  };
  const scores = points.flatMap((_, index) => {
    const own = clusters[index] ?? -1;
    if (own < 0) return [];
    const inside = meanTo(index, own);
    const outside = Math.min(...names.filter((each) => each !== own).map((each) => meanTo(index, each)));
    return [(outside - inside) / Math.max(inside, outside, 1e-9)];
  });
  return scores.reduce((sum, each) => sum + each, 0) / scores.length;
}

function distance(left: Point, right: Point): number {
  return Math.hypot(...left.map((value, index) => value - (right[index] ?? 0)));
}
