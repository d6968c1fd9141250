import { totalTokens } from '../../shared/domain/token-usage.ts';
import type { SnapshotSections } from '../../shared/snapshot/app-snapshot.ts';
import { findToday } from '../../shared/snapshot/current-periods.ts';
import type { AccountView, WindowRow } from '../features/limits/accounts-view.ts';
import { messages } from '../messages.ts';

const { common, format, windows: words } = messages;

/** What the gauge shows on its few square centimeters. */
export interface GaugeView {
  /** The agent whose window stops the person first; null without any limit. */
  readonly agent: { readonly source: string; readonly label: string } | null;
  readonly row: WindowRow | null;
  /** The large figure, or a few words instead. */
  readonly figure: string;
  /** Beside it: time until the reset, or what the figure counts; null for nothing. */
  readonly aside: string | null;
  /** All of it as sentences, with what a click does. */
  readonly text: string;
}

/**
 * The window that stops the person first, or is nearest to that; the fullest block where no limit is known; without
 * either, the tokens of today, if they are known. Says so when figures are no longer updated. `isAnswered`: the host answered the last
 * request.
 */
export function toGaugeView(
  accounts: readonly AccountView[],
  sections: SnapshotSections | null,
  isAnswered: boolean,
  nowMs: number,
): GaugeView {
  const found = findRow(accounts);
  const halt = findHalt(sections, isAnswered);
  if (sections === null || found === null) return toPlainView(sections, halt, nowMs);
  const { account, row } = found;
  const { source, label } = account;
  return {
    agent: { source, label },
    row,
    figure: row.figure ?? '–',
    aside: halt ?? row.reset,
    text: words.gauge.open(
      common.sentences([`${label}, ${row.fullName}`, row.title, ...(halt === null ? [] : [halt])]),
    ),
  };
}

/** Why figures are not updated, in a word or two; null while they are. */
function findHalt(sections: SnapshotSections | null, isAnswered: boolean): string | null {
  if (!isAnswered || sections?.scan.phase === 'failed') return words.gauge.failed;
  return sections?.scan.phase === 'paused' ? words.gauge.paused : null;
}

function findRow(accounts: readonly AccountView[]): { account: AccountView; row: WindowRow } | null {
  const all = accounts.flatMap((account) => account.rows.map((row) => ({ account, row })));
  const fullest = all.toSorted((left, right) => (right.row.usedPercent ?? -1) - (left.row.usedPercent ?? -1))[0];
  return all.find(({ row }) => row.isHeadline) ?? fullest ?? null;
}

function toPlainView(sections: SnapshotSections | null, halt: string | null, nowMs: number): GaugeView {
  const { figure, aside } = halt === null ? toPlainFigure(sections, nowMs) : { figure: halt, aside: null };
  const text = aside === null ? figure : words.tokensToday(figure);
  return { agent: null, row: null, figure, aside, text: words.gauge.open(text) };
}

function toPlainFigure(sections: SnapshotSections | null, nowMs: number): Pick<GaugeView, 'figure' | 'aside'> {
  if (sections === null) return { figure: words.appName, aside: null };
  const { scan, usage } = sections;
  const today = findToday(usage, nowMs);
  const isReading = scan.phase === 'starting' || scan.phase === 'scanning';
  if (isReading && (today === null || today.totals.events === 0)) {
    return { figure: format.percent(scan.percent), aside: null };
  }
  if (today === null) return { figure: words.appName, aside: null };
  return { figure: format.compact(totalTokens(today.totals.usage)), aside: words.gauge.today };
}
