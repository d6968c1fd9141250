import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../build/lib/paths.ts';
import { drawDashboard, type DrawnSeries } from '../../build/observability/draw.ts';
import { dashboards, type Panel } from '../../build/observability/panels.ts';

/** Where the pictures of the dashboards are. */
export const dashboardPictures = join(repositoryRoot, 'build/observability/pictures');

/** Draws every dashboard with what a Prometheus answers to its queries, over the last minute. */
export async function drawDashboards(address: string): Promise<void> {
  mkdirSync(dashboardPictures, { recursive: true });
  for (const plan of dashboards) {
    const data = new Map<string, readonly DrawnSeries[]>();
    for (const panel of plan.panels) data.set(panel.title, await queryRange(address, panel));
    writeFileSync(join(dashboardPictures, `${plan.id}.svg`), drawDashboard(plan, data));
  }
}

async function queryRange(address: string, { expr, legend }: Panel): Promise<readonly DrawnSeries[]> {
  const end = Math.floor(Date.now() / 1_000);
  const range = new URLSearchParams({ query: expr, start: String(end - 60), end: String(end), step: '2' });
  const response = await fetch(`${address}/api/v1/query_range?${range}`);
  const { data } = (await response.json()) as {
    data: { result: { metric: Record<string, string>; values: [number, string][] }[] };
  };
  return data.result.map(({ metric, values }) => ({
    name: toName(metric, legend),
    values: values.map(([at, value]) => [at, Number(value)] as const),
  }));
}

function toName({ __name__: _, instance: __, job: ___, ...labels }: Record<string, string>, legend?: string): string {
  const named = legend?.replaceAll(/\{\{(\w+)\}\}/g, (_match, label: string) => labels[label] ?? '');
  return named ?? Object.values(labels).join(' · ');
}
