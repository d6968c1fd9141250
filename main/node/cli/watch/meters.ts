import stringWidth from 'string-width';
import type { Level } from '../../../../shared/domain/level.ts';
import { messages } from '../messages.ts';
import { unknownText } from '../output/figures.ts';
import { wrapText } from '../output/page.ts';
import type { Role } from '../theme/themes.ts';
import type { LivePage } from './live-page.ts';

const { format } = messages;

/** One line with a bar: how much of something is used. */
export interface Meter {
  readonly label: string;
  /** 0 to 100, or more; null where it is not known: then there is no bar. */
  readonly percent: number | null;
  /** Shown in place of the percentage where there is none. */
  readonly value?: string;
  /** Where the bar would be with even use, 0 to 100. */
  readonly mark?: number | null;
  readonly note: string;
  /** Null for a bar that is neither good nor bad news, such as elapsed time. */
  readonly level: Level | null;
}

const maxBarCells = 40;
const minBarCells = 6;
/** Below this width, a note gets a line of its own. */
const narrowWidth = 72;
const gap = '  ';

/** Meters below each other, their bars aligned. */
export function formatMeters(page: LivePage, meters: readonly Meter[]): string {
  const labelWidth = Math.max(...meters.map(({ label }) => stringWidth(label)));
  const values = meters.map(toValue);
  const valueWidth = Math.max(4, ...values.map((value) => stringWidth(value)));
  const isNarrow = page.width < narrowWidth;
  const noteWidth = isNarrow ? 0 : Math.max(...meters.map(({ note }) => stringWidth(note))) + gap.length;
  const room = page.width - labelWidth - valueWidth - 2 * gap.length - noteWidth;
  const cells = Math.max(minBarCells, Math.min(maxBarCells, room));
  const noteRoom = page.width - labelWidth - valueWidth - cells - 3 * gap.length;
  const lines = meters.map((meter, index) => {
    const value = (values[index] ?? '').padStart(valueWidth);
    const start = pad(meter.label, labelWidth) + gap + toBar(page, meter, cells) + gap;
    const figure = meter.level === null || meter.level === 'normal' ? value : page.paint(toRole(meter.level), value);
    const line = start + figure;
    if (meter.note === '') return line;
    if (!isNarrow && stringWidth(meter.note) <= noteRoom) return line + gap + page.paint('muted', meter.note);
    const wrapped = wrapText({ ...page, width: page.width - 2 }, meter.note);
    return [line, ...wrapped.split('\n').map((part) => `  ${page.paint('muted', part)}`)].join('\n');
  });
  return lines.join('\n');
}

function toValue({ percent, value }: Meter): string {
  return value ?? (percent === null ? unknownText : format.percent(percent));
}

function toBar(page: LivePage, { percent, mark, level }: Meter, cells: number): string {
  if (percent === null) return ' '.repeat(cells);
  const filled = Math.round((Math.min(100, Math.max(0, percent)) / 100) * cells);
  const bar = [...'█'.repeat(filled), ...'░'.repeat(cells - filled)];
  const at = mark === null || mark === undefined ? -1 : Math.min(cells - 1, Math.floor((mark / 100) * cells));
  if (at >= 0) bar[at] = '┃';
  const split = (from: number, to: number): string => bar.slice(from, to).join('');
  return page.paint(toRole(level), split(0, filled)) + page.paint('muted', split(filled, cells));
}

function toRole(level: Level | null): Role {
  if (level === null) return 'accent';
  return level === 'normal' ? 'good' : level;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
