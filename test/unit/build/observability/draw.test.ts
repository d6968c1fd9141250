import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawDashboard, formatValue } from '../../../../build/observability/draw.ts';
import { dashboards, type Panel } from '../../../../build/observability/panels.ts';
import { dashboardPictures } from '../../../support/draw-dashboards.ts';

const panel = (kind: Panel['kind'], unit = 'short'): Panel => ({ kind, title: kind, unit, expr: 'up' });
const draw = (kind: Panel['kind'], names: readonly string[]) =>
  drawDashboard(
    { id: 'a', title: 'A <b>', panels: [panel(kind)] },
    new Map([
      [
        kind,
        names.map((name, index) => ({
          name,
          values: [
            [0, 0],
            [10, index + 1],
          ] as const,
        })),
      ],
    ]),
  );

describe('the pictures of dashboards', () => {
  it('escape what queries answer, and leave out more lines than fit', () => {
    const names = Array.from({ length: 9 }, (_, index) => `<script>${index}`);
    const svg = draw('table', names);
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('A &lt;b&gt;');
    // The largest come first.
    expect(svg.match(/script&gt;\d/g)).toEqual([8, 7, 6, 5, 4, 3].map((index) => `script&gt;${index}`));
  });

  it('draw a line from the bottom to the top of its panel, and say where there is no data', () => {
    const [, first, last] = /d="M[\d.]+ ([\d.]+)L[\d.]+ ([\d.]+)"/.exec(draw('timeseries', ['one'])) ?? [];
    expect(Number(first)).toBeGreaterThan(Number(last));
    expect(draw('stat', [])).toContain('No data');
  });

  it.each([
    [1.5, 'currencyUSD', '$1.50'],
    [0.425, 'percentunit', '42.5%'],
    [7_200, 's', '2 h'],
    [90, 's', '90 s'],
    [3 * 1_048_576, 'bytes', '3 MiB'],
    [1_234_567, 'short', '1.2M'],
  ])('write %d %s as %s', (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });

  it('are there for every dashboard, small, and name every panel', () => {
    expect(readdirSync(dashboardPictures).toSorted()).toEqual(dashboards.map(({ id }) => `${id}.svg`).toSorted());
    for (const { id, panels } of dashboards) {
      const file = join(dashboardPictures, `${id}.svg`);
      expect(statSync(file).size, id).toBeLessThan(40_000);
      const svg = readFileSync(file, 'utf8');
      for (const { title } of panels) expect(svg, id).toContain(`>${title.replaceAll('&', '&amp;')}</text>`);
    }
  });
});
