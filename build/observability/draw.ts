import type { DashboardPlan, Panel } from './panels.ts';
import { placePanels } from './to-dashboard.ts';

/** A series of a panel's query: its name, and its values over time. Tables and single numbers show the last value. */
export interface DrawnSeries {
  readonly name: string;
  /** Seconds since 1970, and the value; ascending. */
  readonly values: readonly (readonly [atSeconds: number, value: number])[];
}

const columnPx = 40;
const rowPx = 26;
const gapPx = 8;
const headPx = 40;
/** How many lines fit into a table or a legend. */
const maxLines = 6;
const colors = 6;

const style = `
  svg { font: 12px system-ui, sans-serif; }
  .page { fill: #f4f5f7 } .panel { fill: #fff; stroke: #d5d9e0 } text { fill: #1c2330 } .soft { fill: #5a6473 }
  .grid { stroke: #e6e9ee } .line { fill: none; stroke-width: 1.6 }
  .c0 { stroke: #2463c9 } .c1 { stroke: #b25a00 } .c2 { stroke: #22803f } .c3 { stroke: #a02c7d } .c4 { stroke: #5d5bd0 } .c5 { stroke: #7a6a00 }
  @media (prefers-color-scheme: dark) {
    .page { fill: #14171c } .panel { fill: #1d2128; stroke: #353b46 } text { fill: #e8ebf0 } .soft { fill: #a2abb9 } .grid { stroke: #2b313a }
    .c0 { stroke: #7fb0ff } .c1 { stroke: #f0a35c } .c2 { stroke: #77cf92 } .c3 { stroke: #ec8fcd } .c4 { stroke: #adabff } .c5 { stroke: #d9c95a }
  }`;

/** A dashboard with its data as SVG, laid out as in Grafana. Light or dark follows the reader's system. */
export function drawDashboard(
  { title, panels }: DashboardPlan,
  data: ReadonlyMap<string, readonly DrawnSeries[]>,
): string {
  const placed = placePanels(panels);
  const width = 24 * columnPx + gapPx;
  const height = headPx + rowPx * Math.max(...placed.map(({ place: { y, h } }) => y + h)) + gapPx;
  const parts = placed.map(({ panel, place }) => {
    const box = {
      ...{ x: place.x * columnPx + gapPx, y: headPx + place.y * rowPx + gapPx },
      ...{ width: place.w * columnPx - gapPx, height: place.h * rowPx - gapPx },
    };
    return drawPanel(panel, box, data.get(panel.title) ?? []);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(title)}">`,
    `<style>${style}</style><rect class="page" width="${width}" height="${height}"/>`,
    `<text x="${gapPx}" y="26" font-size="17" font-weight="600">${escape(title)}</text>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawPanel(panel: Panel, box: Box, series: readonly DrawnSeries[]): string {
  const { x, y, width, height } = box;
  const content =
    series.length === 0
      ? `<text class="soft" x="${x + 10}" y="${y + 42}">No data</text>`
      : panel.kind === 'stat'
        ? `<text x="${x + 10}" y="${y + 58}" font-size="24">${formatValue(lastOf(series[0]!), panel.unit)}</text>`
        : panel.kind === 'table'
          ? drawTable(panel, box, series)
          : drawLines(panel, box, series);
  return [
    `<rect class="panel" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`,
    `<text class="soft" x="${x + 10}" y="${y + 20}">${escape(panel.title)}</text>`,
    content,
  ].join('\n');
}

function drawTable({ unit }: Panel, { x, y, width }: Box, series: readonly DrawnSeries[]): string {
  return cut(series)
    .map(
      (each, index) =>
        `<text x="${x + 10}" y="${y + 44 + index * 20}">${escape(each.name)}</text>` +
        `<text x="${x + width - 10}" y="${y + 44 + index * 20}" text-anchor="end">${formatValue(lastOf(each), unit)}</text>`,
    )
    .join('\n');
}

function drawLines({ unit }: Panel, { x, y, width, height }: Box, series: readonly DrawnSeries[]): string {
  const shown = cut(series);
  const points = shown.flatMap(({ values }) => values);
  const [fromSeconds, toSeconds] = [Math.min(...points.map(([at]) => at)), Math.max(...points.map(([at]) => at))];
  const top = Math.max(...points.map(([, value]) => value), 0) || 1;
  const area = { left: x + 70, right: x + width - 190, top: y + 34, bottom: y + height - 14 };
  const toX = (at: number) =>
    area.left + ((at - fromSeconds) / (toSeconds - fromSeconds || 1)) * (area.right - area.left);
  const toY = (value: number) => area.bottom - (value / top) * (area.bottom - area.top);
  const grid = [0, top / 2, top].map(
    (value) =>
      `<path class="grid" d="M${area.left} ${round(toY(value))}H${area.right}"/>` +
      `<text class="soft" x="${area.left - 6}" y="${round(toY(value) + 4)}" text-anchor="end">${formatValue(value, unit)}</text>`,
  );
  const lines = shown.map(({ name, values }, index) => {
    const path = values.map(([at, value], step) => `${step === 0 ? 'M' : 'L'}${round(toX(at))} ${round(toY(value))}`);
    const legendY = y + 40 + index * 20;
    return (
      `<path class="line c${index % colors}" d="${path.join('')}"/>` +
      `<path class="line c${index % colors}" d="M${area.right + 12} ${legendY - 4}h12"/>` +
      `<text x="${area.right + 30}" y="${legendY}">${escape(shorten(name))}</text>`
    );
  });
  return [...grid, ...lines].join('\n');
}

function cut(series: readonly DrawnSeries[]): readonly DrawnSeries[] {
  return series.toSorted((left, right) => lastOf(right) - lastOf(left)).slice(0, maxLines);
}

function lastOf({ values }: DrawnSeries): number {
  return values.at(-1)?.[1] ?? 0;
}

/** A value in Grafana's unit, short. */
export function formatValue(value: number, unit: string): string {
  if (unit === 'currencyUSD') return `$${value.toFixed(2)}`;
  if (unit === 'percentunit') return `${Math.round(value * 1_000) / 10}%`;
  if (unit === 'percent') return `${Math.round(value * 10) / 10}%`;
  if (unit === 's') return value >= 3_600 ? `${Math.round(value / 360) / 10} h` : `${Math.round(value)} s`;
  if (unit === 'bytes') return `${Math.round(value / 1_048_576)} MiB`;
  if (unit === 'decmbytes') return `${Math.round(value)} MB`;
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

function shorten(name: string): string {
  return name.length > 24 ? `${name.slice(0, 23)}…` : name;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
