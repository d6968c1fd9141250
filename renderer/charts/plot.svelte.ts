/// <reference path="./uplot.d.ts" />
import type { Attachment } from 'svelte/attachments';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { fillStackedBars, placedBarsPath } from './bars.ts';
import { keepLabelOrder } from './label-direction.ts';
import { findLonelyPoints } from './lonely-points.ts';
import { createColors, onColorsChanged } from './plot-colors.ts';
import { nameOnce } from './tick-labels.ts';
import { isContinued, pan, showAt, zoomAt, type Zoom } from './zoom.ts';

/** One series of a plot, its colors by the names of custom properties. */
export interface PlotSeries {
  /** One value for each place; null is a gap. */
  readonly values: readonly (number | null)[];
  readonly color: string;
  readonly kind: 'bars' | 'line' | 'steps' | 'band';
  readonly isDashed?: boolean;
}

/** What a plot shows. */
export interface PlotSpec {
  /** Places along the horizontal axis, ascending: numbers of bars, or seconds. */
  readonly xs: readonly number[];
  /** Drawn in this order, the last on top. */
  readonly series: readonly PlotSeries[];
  readonly whole: Zoom;
  /** The shortest part that can be zoomed to. */
  readonly smallest: number;
  readonly max: number | null;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  /** In CSS pixels at the usual text size. */
  readonly height: number;
  /** Plots with the same key share their cursor. */
  readonly syncKey?: string;
  readonly hasXAxis?: boolean;
  /** Whether bars stand on whole numbers, and ticks with them; otherwise the axis is time. */
  readonly isIndexed: boolean;
}

/** What a plot reports. */
export interface PlotEvents {
  /** The index of the place under the cursor and its distance from the left in pixels; null when it has left. */
  readonly onhover?: (index: number | null, left: number) => void;
  readonly onzoom?: (zoom: Zoom | null) => void;
}

/** A handle on a plot for controls beside it. */
export interface PlotHandle {
  readonly attachment: Attachment<HTMLElement>;
  /** Shows a part; null shows everything. */
  zoom(zoom: Zoom | null): void;
  /** Zooms by a factor around the cursor; without one, around the middle. Below 1, a shorter part is shown. */
  zoomBy(factor: number): void;
  /** Puts the cursor on a place. */
  point(index: number | null): void;
}

/**
 * The only place that uses uPlot. Drags and keys zoom, the wheel zooms at the cursor (with Shift it pans), a double click shows
 * everything. It is redrawn when the spec or the theme changes, and keeps its zoom as long as the whole is the same or time
 * only goes on.
 *
 * Time runs from left to right in right-to-left languages, too: most charts that Arabic readers see do this
 * (https://mapmeld.medium.com/charts-when-you-read-right-to-left-614f0a2cf54d), as do Jordanian school books
 * (https://gorelik.net/tag/rtl/) and, by default, chart libraries (https://ag-grid.com/charts/javascript/rtl).
 * The text around a chart follows the direction of the language.
 */
export function createPlot(spec: () => PlotSpec, events: PlotEvents = {}): PlotHandle {
  let plot: uPlot | null = null;
  let zoomed: Zoom | null = null;
  let wholeBefore: Zoom | null = null;

  const setZoom = (zoom: Zoom | null): void => {
    zoomed = zoom;
    const { whole } = spec();
    plot?.setScale('x', zoom ?? whole);
    events.onzoom?.(zoom);
  };
  const build = (node: HTMLElement, shown: PlotSpec): uPlot => {
    if (wholeBefore !== null && !isContinued(wholeBefore, shown.whole, shown.isIndexed)) zoomed = null;
    wholeBefore = shown.whole;
    const built = new uPlot(toOptions(node, shown, zoomed, events, setZoom), toData(shown), node);
    listenToWheel(built, spec, setZoom, () => zoomed);
    return built;
  };
  return {
    attachment(node) {
      let isGone = false;
      let drawnAtScale = 0;
      const draw = (): void => {
        plot?.destroy();
        drawnAtScale = toTextScale();
        plot = build(
          node,
          quietOnce(spec(), () => isGone),
        );
      };
      const stopColors = onColorsChanged(draw);
      const observer = new ResizeObserver(() => {
        const size = { width: node.clientWidth, height: spec().height * drawnAtScale };
        if (toTextScale() === drawnAtScale) plot?.setSize(size);
        else draw();
      });
      observer.observe(node);
      $effect(() => {
        draw();
      });
      return () => {
        isGone = true;
        stopColors();
        observer.disconnect();
        plot?.destroy();
        plot = null;
      };
    },
    zoom: setZoom,
    zoomBy: (factor) => setZoom(zoomAtCursor(plot, spec(), zoomed, factor)),
    point(index) {
      if (plot === null) return;
      const { xs, whole, isIndexed } = spec();
      const x = index === null ? undefined : xs[index];
      // Keys move to places that are out of sight, too.
      const shown = x === undefined || zoomed === null ? zoomed : showAt(zoomed, whole, x, isIndexed ? 0.5 : 0);
      if (shown !== zoomed) setZoom(shown);
      plot.setCursor(x === undefined ? { left: -10, top: -10 } : { left: plot.valToPos(x, 'x'), top: 10 });
    },
  };
}

/** What is shown after zooming at the cursor; where that is out of sight, at the middle. */
function zoomAtCursor(plot: uPlot | null, { whole, smallest, xs }: PlotSpec, zoomed: Zoom | null, factor: number) {
  const shown = zoomed ?? whole;
  const cursor = xs[plot?.cursor.idx ?? -1];
  const isSeen = cursor !== undefined && cursor >= shown.min && cursor <= shown.max;
  return zoomAt(shown, whole, isSeen ? cursor : (shown.min + shown.max) / 2, factor, smallest);
}

/** uPlot may draw once more just after it is destroyed, when labels must not be computed any more. */
function quietOnce(spec: PlotSpec, isGone: () => boolean): PlotSpec {
  return {
    ...spec,
    formatX: (x) => (isGone() ? '' : spec.formatX(x)),
    formatY: (y) => (isGone() ? '' : spec.formatY(y)),
  };
}

function toData({ xs, series }: PlotSpec): uPlot.AlignedData {
  return [[...xs], ...series.map(({ values }) => [...values])];
}

function toOptions(
  node: HTMLElement,
  spec: PlotSpec,
  zoomed: Zoom | null,
  events: PlotEvents,
  setZoom: (zoom: Zoom | null) => void,
): uPlot.Options {
  const colorOf = createColors(node);
  const { min, max } = zoomed ?? spec.whole;
  return {
    width: Math.max(80, node.clientWidth),
    height: spec.height * toTextScale(),
    // Without an axis below, the lowest label needs room.
    padding: [8, 8, (spec.hasXAxis ?? true) ? 0 : 8, 0],
    legend: { show: false },
    cursor: {
      y: false,
      points: { show: false },
      drag: { x: true, y: false, setScale: false },
      ...(spec.syncKey === undefined ? {} : { sync: { key: spec.syncKey } }),
    },
    scales: {
      x: { time: false, min, max },
      y: { range: (_plot, _low, high) => [0, spec.max ?? Math.max(high, 1) * 1.05] },
    },
    axes: toAxes(node, spec, colorOf),
    series: [{}, ...spec.series.map((series) => toSeries(series, spec.isIndexed, colorOf))],
    hooks: {
      drawSeries: [
        (plot, index) => {
          const series = spec.series[index - 1];
          if (series?.kind === 'bars' && spec.isIndexed) fillStackedBars(plot, index, colorOf(series.color));
        },
      ],
      setCursor: [({ cursor }) => events.onhover?.(cursor.idx ?? null, cursor.left ?? 0)],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width < 4) return;
          const [from, to] = [plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')];
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          if (to - from >= spec.smallest) setZoom({ min: from, max: to });
        },
      ],
      ready: [(plot) => plot.over.addEventListener('dblclick', () => setZoom(null))],
    },
  };
}

/** The person's text size relative to the default: a canvas does not follow it automatically. */
function toTextScale(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

/** Sizes at the usual text size. */
const yAxisPx = 52;
const wholeSteps = [1, 2, 5, 7, 10, 14, 20, 30, 50, 100, 200, 500, 1_000];
/** Time below, values at the left. */
function toAxes(node: HTMLElement, spec: PlotSpec, colorOf: (name: string) => string): uPlot.Axis[] {
  const scale = toTextScale();
  const font = [`${Math.round(11 * scale)}px`, getComputedStyle(node).fontFamily].join(' ');
  const axis = { stroke: colorOf('--text-soft'), font, ticks: { show: false } };
  return [
    {
      ...axis,
      show: spec.hasXAxis ?? true,
      size: 24 * scale,
      gap: 6 * scale,
      // A day of another year has a longer label.
      space: (plot, _axis, from) =>
        Math.max(72 * scale, measure(plot, font, spec.formatX(Math.ceil(Math.max(0, from)))) + 16 * scale),
      grid: { show: false },
      incrs: (_plot, _axis, from, to) => (spec.isIndexed ? wholeSteps : toTimeSteps(to - from)),
      values: (plot, ticks) =>
        nameOnce(ticks.map((tick) => spec.formatX(tick))).map((label, index) =>
          hasRoom(plot, ticks[index] ?? 0, scale, measure(plot, font, label)) ? keepLabelOrder(label) : '',
        ),
    },
    {
      ...axis,
      size: yAxisPx * scale,
      gap: 6 * scale,
      space: 34 * scale,
      grid: { stroke: colorOf('--line'), width: 1 },
      values: (_plot, ticks) => ticks.map((tick) => keepLabelOrder(spec.formatY(tick))),
    },
  ];
}

/** The least room for a day's label. */
const labelPx = 44;

/** Whether a label below this place is not cut off at the right edge. */
function hasRoom(plot: uPlot, x: number, scale: number, labelWidth: number): boolean {
  return plot.valToPos(x, 'x') + Math.max(labelPx * scale, labelWidth) / 2 <= plot.width - yAxisPx * scale;
}

/** How wide a text is in this font, in CSS pixels. */
function measure({ ctx }: uPlot, font: string, text: string): number {
  ctx.save();
  ctx.font = font;
  const { width } = ctx.measureText(text);
  ctx.restore();
  return width;
}

/** Up to this length in seconds, an axis of time has times of day. */
export const clockTimeUpTo = 1.5 * 86_400;

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const timeSteps = [1, 5, 15, 30, minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour,
  6 * hour, 12 * hour, day, 2 * day, 3 * day, 4 * day, 7 * day, 14 * day, 30 * day, 90 * day, 365 * day]; // prettier-ignore

/** Labels are days or times of day, so ticks must not be closer than two different labels. */
function toTimeSteps(length: number): number[] {
  return length < clockTimeUpTo ? timeSteps : timeSteps.filter((step) => step >= day);
}

function toSeries(
  { color, kind, isDashed = false }: PlotSeries,
  isIndexed: boolean,
  colorOf: (name: string) => string,
): uPlot.Series {
  const ink = colorOf(color);
  const shared = { points: { show: false }, spanGaps: false };
  const filter: uPlot.Series.Points.Filter = (plot, index) => findLonelyPoints([...(plot.data[index] ?? [])]);
  if (kind === 'bars') {
    return { ...shared, width: 0, fill: ink, paths: isIndexed ? () => null : placedBarsPath };
  }
  const faint = ink.replace('rgb(', 'rgba(').replace(')', ', 0.16)');
  return {
    ...shared,
    stroke: kind === 'band' ? 'transparent' : ink,
    width: kind === 'band' ? 0 : 1.5,
    ...(kind === 'band' ? { fill: faint } : {}),
    ...(isDashed ? { dash: [4, 4] } : {}),
    ...((kind === 'line' || kind === 'steps') && !isDashed
      ? { points: { show: false, filter, size: 5, fill: ink } }
      : {}),
    ...(kind === 'steps' ? { paths: uPlot.paths.stepped!({ align: 1 }) } : {}),
  };
}

const wheelStep = 0.8;

/** The wheel zooms, and pans with Shift or sideways; without Ctrl it does so only once zoomed, so that pages still scroll. */
function listenToWheel(
  plot: uPlot,
  spec: () => PlotSpec,
  setZoom: (zoom: Zoom | null) => void,
  zoomed: () => Zoom | null,
): void {
  plot.over.addEventListener(
    'wheel',
    (event) => {
      const { whole, smallest } = spec();
      const shown = zoomed() ?? whole;
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (Math.abs(sideways) > Math.abs(event.deltaY) || (event.shiftKey && sideways !== 0)) {
        if (zoomed() === null) return;
        event.preventDefault();
        setZoom(pan(shown, whole, Math.sign(sideways) * 0.1));
      } else if (event.ctrlKey || event.metaKey || zoomed() !== null) {
        event.preventDefault();
        const at = plot.posToVal(plot.cursor.left ?? 0, 'x');
        setZoom(zoomAt(shown, whole, at, event.deltaY < 0 ? wheelStep : 1 / wheelStep, smallest));
      }
    },
    { passive: false },
  );
}
