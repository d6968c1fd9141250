import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../../build/lib/paths.ts';
import { dashboards } from '../../../../build/observability/panels.ts';
import { toDashboard } from '../../../../build/observability/to-dashboard.ts';
import { createMessages } from '../../../../shared/messages/catalogue.ts';

const folder = join(repositoryRoot, 'build/observability/dashboards');
const metricNames = Object.keys(createMessages().server.metrics);

function parses(expression: string): boolean {
  let isWhole = true;
  parser.parse(expression).iterate({
    enter({ type }) {
      if (type.isError) isWhole = false;
    },
  });
  return isWhole;
}

describe('the dashboards', () => {
  it('are as written by `npm run dashboards`', () => {
    expect(readdirSync(folder).toSorted()).toEqual(dashboards.map(({ id }) => `${id}.json`).toSorted());
    for (const plan of dashboards) {
      const written = JSON.parse(readFileSync(join(folder, `${plan.id}.json`), 'utf8')) as unknown;
      expect(written, plan.id).toEqual(JSON.parse(JSON.stringify(toDashboard(plan))));
    }
  });

  it.each(dashboards)('$title: every expression parses and names only metrics that there are', ({ panels }) => {
    for (const { expr, title } of panels) {
      expect(parses(expr), title).toBe(true);
      // Labels between parentheses are no metrics.
      const names =
        expr.replaceAll(/\b(?:by|on) \([^)]*\)/g, '').match(/\b(?:fuelgauge|ai|process)_\w+(?=[\s){[,]|$)/g) ?? [];
      expect(expr.includes('__name__') || names.length > 0, title).toBe(true);
      expect(names.filter((name) => !metricNames.includes(name))).toEqual([]);
    }
  });

  it.each(dashboards)('$title: no two panels overlap', (plan) => {
    const cells = (toDashboard(plan).panels ?? []).flatMap((panel) => {
      const { x = 0, y = 0, w = 0, h = 0 } = 'gridPos' in panel ? (panel.gridPos ?? {}) : {};
      return Array.from({ length: w * h }, (_, index) => `${x + (index % w)} ${y + Math.floor(index / w)}`);
    });
    expect(cells.length).toBeGreaterThan(0);
    expect(new Set(cells).size).toBe(cells.length);
  });

  it('would notice an expression that does not parse', () => {
    expect(parses('sum(fuelgauge_problems')).toBe(false);
  });
});
