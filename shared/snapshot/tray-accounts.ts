import type { SourceId } from '../domain/ids.ts';
import { compareValues } from '../lib/compare.ts';
import { groupBy } from '../lib/group-by.ts';
import type { AppSnapshot, SnapshotSections } from './app-snapshot.ts';
import type { TrayText } from './tray-text.ts';

/** An account that can have a tray icon of its own. */
export interface TrayAccount {
  /** The same for as long as the account is the same, so that its icon keeps its place. */
  readonly id: string;
  /** The agent's name. */
  readonly label: string;
  readonly plan: string | null;
  /** Up to three characters that identify the account at its icon; no two accounts have the same. */
  readonly mark: string;
  /** A snapshot of this account alone. */
  readonly snapshot: AppSnapshot;
}

/** More icons than this would push others out of the bar; further accounts stay in the popover. */
const maxIcons = 6;

/** The accounts with limits of their own, by name, so that their order never depends on their figures. */
export function toTrayAccounts(snapshot: AppSnapshot): readonly TrayAccount[] {
  const { limits, sources } = snapshot.sections;
  const labels = new Map(sources.map(({ source, label }) => [source, label]));
  const groups = groupBy(limits.windows, ({ source, id }) => JSON.stringify([source, id.provider, id.account]));
  const all = [...groups].flatMap(([id, windows]) => {
    const [first] = windows;
    if (first === undefined) return [];
    const plan = windows.find(({ planType }) => planType !== null)?.planType ?? null;
    return [{ id, windows, source: first.source, label: labels.get(first.source) ?? first.source, plan }];
  });
  const accounts = all
    .toSorted((a, b) => compareValues(a.label, b.label) || compareValues(a.id, b.id))
    .slice(0, maxIcons);
  const marks = toMarks(accounts.map(({ label }) => label));
  return accounts.map(({ id, windows, source, label, plan }, index) => {
    const isOnlyOne = all.filter((other) => other.source === source).length === 1;
    const sections = narrow(snapshot.sections, windows, isOnlyOne ? source : null);
    return { id, label, plan, mark: marks[index] ?? '', snapshot: { ...snapshot, sections } };
  });
}

/** Puts an account's mark above the first line of its figure, or alone where there is none. */
export function withMark(text: TrayText | null, mark: string): TrayText {
  const [line] = text?.lines ?? [];
  return {
    lines: line === undefined ? [mark] : [mark, line],
    title: text === null ? mark : `${mark} ${text.title}`,
  };
}

/**
 * The sections with this account's windows alone. Logs do not say which account used tokens, so usage and blocks stay
 * only where the agent has no other account (`source`).
 */
function narrow(
  sections: SnapshotSections,
  windows: SnapshotSections['limits']['windows'],
  source: SourceId | null,
): SnapshotSections {
  const { usage } = sections;
  const own = usage.today.bySource.find((each) => each.source === source);
  const nothing = { ...usage.today.totals, events: 0 };
  return {
    ...sections,
    limits: { ...sections.limits, windows },
    blocks: sections.blocks.filter((block) => block.source === source),
    usage: { ...usage, today: { ...usage.today, totals: own ?? nothing } },
  };
}

/** The first three letters of each name; where several begin the same, two letters and a number. */
function toMarks(labels: readonly string[]): readonly string[] {
  const letters = labels.map((label) => label.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
  const isUnique = (own: string): boolean =>
    own !== '' && letters.filter((other) => other.slice(0, 3) === own.slice(0, 3)).length === 1;
  const numbers = new Map<string, number>();
  return letters.map((own) => {
    if (isUnique(own)) return own.slice(0, 3);
    // Numbered by the two letters that are shown: those of `Codex` and `Continue` are the same.
    const start = own.slice(0, 2);
    const number = (numbers.get(start) ?? 0) + 1;
    numbers.set(start, number);
    return `${start}${number}`;
  });
}
