import type { ActivityReport, ActivitySum } from '../../../shared/domain/activity-sums.ts';
import { parseDay } from '../../../shared/domain/calendar-day.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { messages } from '../../messages.ts';

const words = messages.apps;

/** The parts of the view, in this order. */
export const usePartNames = ['sites', 'apps', 'commands', 'apis'] as const;
export type UsePartName = (typeof usePartNames)[number];

/** A figure with the words that say what it is; null where it is not known. */
export interface UseFigure {
  readonly text: string;
  readonly title: string;
}

/** A site, app, tool or API. */
export interface UseRow {
  readonly name: string;
  readonly label: string;
  /** Its domain, what it is for, and the browsers or shells. */
  readonly detail: string;
  readonly active: UseFigure | null;
  readonly count: string;
  readonly cost: UseFigure | null;
}

/** A part of the view. */
export interface UsePart {
  readonly name: UsePartName;
  readonly title: string;
  readonly countLabel: string;
  /** Why there are no rows; null when there are some. */
  readonly empty: string | null;
  /** It is off: the settings switch it on. */
  readonly isOff: boolean;
  readonly rows: readonly UseRow[];
  /** What is missing or uncertain. */
  readonly notes: readonly string[];
}

/** What is shown of a report. A part that is off and empty is one sentence. */
export function toUseParts(report: ActivityReport): readonly UsePart[] {
  return usePartNames.map((name): UsePart => {
    const rows = report[name].map((sum) => toRow(sum, name));
    const isOff = !isSwitchedOn(report.isOn, name);
    return {
      name,
      title: words.parts[name].title,
      countLabel: words.counts[name],
      empty: rows.length > 0 ? null : isOff ? words.off(name) : words.none[name],
      isOff,
      rows,
      notes: toNotes(report, name),
    };
  });
}

/** The sentence about estimates; null where nothing is estimated. */
export function toEstimateNote(report: ActivityReport): string | null {
  const sums = usePartNames.flatMap((name) => report[name]);
  const isEstimated = sums.some(({ activeKind, costMicroUsd }) => activeKind === 'estimated' || costMicroUsd !== null);
  return isEstimated ? words.note(parseDay(report.ratesDate)) : null;
}

function isSwitchedOn(isOn: ActivityReport['isOn'], name: UsePartName): boolean {
  if (name === 'apis') return isOn.receiver;
  return name === 'sites' ? isOn.sites || isOn.receiver : isOn[name];
}

function toRow(sum: ActivitySum, part: UsePartName): UseRow {
  const label = cleanText(sum.label);
  const isEstimated = sum.activeKind === 'estimated';
  const details = [
    ...(label === sum.name || part !== 'sites' ? [] : [sum.name]),
    ...(sum.category === null ? [] : [words.category(sum.category)]),
    ...sum.via.map((via) => (part === 'sites' ? words.browser(via) : via)),
  ];
  return {
    name: sum.name,
    label,
    detail: details.map(cleanText).join(' · '),
    active:
      sum.activeKind === 'unknown'
        ? null
        : {
            text: words.time(sum.activeMs, isEstimated),
            title: isEstimated ? words.estimatedTime : words.measuredTime,
          },
    count: messages.format.integer(sum.count),
    cost: sum.costMicroUsd === null ? null : { text: words.money(sum.costMicroUsd), title: words.costKind },
  };
}

function toNotes(report: ActivityReport, name: UsePartName): readonly string[] {
  if (name === 'sites') return report.failures.map(({ browser, failure }) => words.failure(browser, failure));
  if (name === 'apps') return report.focus === 'unknown' ? [words.focusUnknown] : [];
  const undated = report[name].reduce((sum, { undatedCount }) => sum + undatedCount, 0);
  return undated > 0 ? [words.undated(undated)] : [];
}
