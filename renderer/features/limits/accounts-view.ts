import type { SourceId } from '../../../shared/domain/ids.ts';
import { minuteMs } from '../../../shared/domain/instant.ts';
import type { Level } from '../../../shared/domain/level.ts';
import { toLevel } from '../../../shared/domain/level.ts';
import { toLimitKey } from '../../../shared/domain/limit-id.ts';
import type { LimitForecast } from '../../../shared/domain/forecast.ts';
import { blockMs } from '../../../shared/domain/block.ts';
import {
  hasReset,
  toAgeMs,
  toHeadroomPercent,
  toLimitTitle,
  type LimitOutlook,
  type LimitWindow,
} from '../../../shared/domain/limit-window.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { groupBy } from '../../../shared/lib/group-by.ts';
import type { PopoverSettings } from '../../../shared/settings/popover-choices.ts';
import type { SnapshotSections } from '../../../shared/snapshot/app-snapshot.ts';
import { describeLimit } from '../../../shared/snapshot/describe-limit.ts';
import {
  pickNearestLimit,
  toLimitsOutlook,
  toNearestLimit,
  type ActiveBlockOutlook,
  type NearestLimit,
} from '../../../shared/snapshot/outlook.ts';
import { messages } from '../../messages.ts';

const { common, format, limits: words } = messages;

/** What rows depend on. */
export interface AccountsContext {
  readonly nowMs: number;
  readonly timeZone: string;
  readonly thresholdsPercent: readonly number[];
  readonly labelOf: (source: SourceId) => string;
  readonly show: Pick<PopoverSettings, 'limitFigure' | 'resetFigure'>;
}

/** One window of an account, ready to show on one line. */
export interface WindowRow {
  readonly id: string;
  /** A provider's window, whose `id` is the key of its id; or the block of an agent that reports none. */
  readonly kind: 'limit' | 'block';
  /** `5 h`. */
  readonly name: string;
  /** `5-hour limit`, for screen readers. */
  readonly fullName: string;
  /** 0 to 100; null when the provider gives amounts only. */
  readonly usedPercent: number | null;
  readonly forecastPercent: number | null;
  /** Where even use would be now. */
  readonly markPercent: number | null;
  /** The verdict of the forecast. */
  readonly level: Level;
  /** What is left or used, as the person wants it; null when it is unknown. */
  readonly figure: string | null;
  readonly figureText: string;
  readonly reset: string | null;
  /** Kind, age, forecast and reset in sentences. */
  readonly title: string;
  /** It is used up far enough to be announced. */
  readonly isNear: boolean;
  readonly isUncertain: boolean;
  readonly isBinding: boolean;
  /** The window that the headline is about. */
  readonly isHeadline: boolean;
}

/** An account of an agent with its windows. */
export interface AccountView {
  readonly id: string;
  readonly source: SourceId;
  readonly label: string;
  /** Or that the account is unknown, where the agent has others. */
  readonly plan: string | null;
  /** The age of its newest reading, or the kind of its numbers. */
  readonly aside: string;
  readonly asideTitle: string;
  readonly rows: readonly WindowRow[];
}

/** A window that runs out this soon leaves hardly any time to react. */
const urgentMs = 30 * minuteMs;
const freshMs = 2 * minuteMs;

/** Prepares accounts for display: the one with the binding window first, then agents that only have a block. */
export function toAccounts(
  limits: SnapshotSections['limits'],
  blocks: readonly ActiveBlockOutlook[],
  context: AccountsContext,
): readonly AccountView[] {
  const { windows } = toLimitsOutlook(limits, context.nowMs);
  const nearest = pickNearestLimit(windows, blocks, context.nowMs);
  const groups = groupBy(windows, ({ source, id }) => JSON.stringify([source, id.provider, id.account]));
  const accounts = [...groups].map(([id, own]) => {
    const plan = toOwner(own[0]!, windows);
    return toAccount({ id, plan, windows: own }, nearest, limits.forecasts, context);
  });
  const withWindows = new Set(windows.map(({ source }) => source));
  const others = blocks
    .filter(({ source }) => !withWindows.has(source))
    .map((block) => toBlockAccount(block, nearest, context));
  const all = [...accounts, ...others];
  const first = all.filter(({ rows }) => rows.some(({ isBinding }) => isBinding));
  return [...first, ...all.filter((account) => !first.includes(account))];
}

/** The headline: the main fact about the window that stops the person first, or is nearest to that; null without any. */
export function toHeadline(
  sections: Pick<SnapshotSections, 'limits' | 'blocks'>,
  { nowMs, timeZone, labelOf }: Pick<AccountsContext, 'nowMs' | 'timeZone' | 'labelOf'>,
): { readonly sentence: string; readonly detail: string } | null {
  const { nearest } = toNearestLimit(sections, nowMs);
  if (nearest === null) return null;
  const { sentence, detail } = describeLimit(nearest, { messages, nowMs, timeZone });
  const owner = words.owner(labelOf(nearest.source), toOwner(nearest, sections.limits.windows));
  return { sentence, detail: common.sentences([owner, detail]) };
}

/** What screen readers announce about windows that are nearly used up; empty if there are none. */
export function toAlert(accounts: readonly AccountView[]): string {
  return accounts
    .flatMap(({ label, rows }) =>
      rows
        .filter(({ isNear }) => isNear)
        .map(({ fullName, usedPercent }) =>
          words.near(label, fullName, usedPercent === null ? null : words.used(usedPercent)),
        ),
    )
    .join(' ');
}

/**
 * What the forecast says of a window: it will run out, perhaps within half an hour; or it lasts. Where nothing can be
 * forecast, how much of it is used.
 */
export function toVerdict(
  window: LimitOutlook,
  { nowMs, thresholdsPercent }: Pick<AccountsContext, 'nowMs' | 'thresholdsPercent'>,
): Level {
  const { usedPercent, runsOutAtMs, runOutProbability, pace, provenance } = window;
  if ((usedPercent ?? 0) >= 100) return 'critical';
  if (runsOutAtMs !== null) return runsOutAtMs - nowMs < urgentMs ? 'critical' : 'warning';
  if (provenance !== 'stale' && (runOutProbability !== null || pace !== null)) return 'normal';
  return toLevel(usedPercent ?? 0, thresholdsPercent);
}

function toAccount(
  { id, plan, windows }: Pick<AccountView, 'id' | 'plan'> & { readonly windows: readonly LimitOutlook[] },
  nearest: NearestLimit,
  forecasts: readonly LimitForecast[],
  context: AccountsContext,
): AccountView {
  const [first] = windows;
  if (first === undefined) throw new Error('an account has no window');
  const newest = windows.reduce((a, b) => (b.observedAtMs > a.observedAtMs ? b : a));
  const ageMs = toAgeMs(newest, context.nowMs);
  return {
    id,
    source: first.source,
    label: context.labelOf(first.source),
    plan,
    aside: ageMs < freshMs ? words.fresh : words.age(ageMs),
    asideTitle: common.provenance[newest.provenance].title,
    rows: windows
      .toSorted((a, b) => (a.windowMinutes ?? Infinity) - (b.windowMinutes ?? Infinity))
      .map((window) => toRow(window, nearest, forecasts, context)),
  };
}

/** One window on its line. */
function toRow(
  window: LimitOutlook,
  { binding, nearest }: NearestLimit,
  forecasts: readonly LimitForecast[],
  context: AccountsContext,
): WindowRow {
  const { nowMs, timeZone, show } = context;
  const { resetsAtMs } = window;
  const isOver = hasReset(window, nowMs);
  const forecast = isOver ? null : findForecast(forecasts, window);
  const { sentence, detail } = describeLimit(window, { messages, nowMs, timeZone });
  const { label, title } = common.provenance[window.provenance];
  return {
    id: toLimitKey(window.id),
    kind: 'limit',
    name: words.shortName(toLimitTitle(window)),
    fullName: words.windowName(toLimitTitle(window)),
    usedPercent: window.usedPercent,
    forecastPercent: forecast === null ? null : forecast.percent.p50,
    markPercent: toElapsedPercent(window, nowMs),
    level: toVerdict(window, context),
    ...toFigure(window, show.limitFigure),
    reset: isOver ? words.hasReset : resetsAtMs === null ? null : toReset(resetsAtMs, context),
    title: common.sentences([
      sentence,
      detail,
      forecast === null ? null : words.forecastEnd(forecast.interval.from, Math.min(100, forecast.interval.to)),
      resetsAtMs === null || isOver ? null : words.resetsAt(format.moment(resetsAtMs, nowMs, timeZone)),
      `${label}, ${words.age(toAgeMs(window, nowMs))}`,
      title,
    ]),
    isNear: toLevel(window.usedPercent ?? 0, context.thresholdsPercent) !== 'normal',
    isUncertain: window.provenance === 'stale',
    isBinding: window === binding,
    isHeadline: window === nearest,
  };
}

function toFigure(window: LimitWindow, kind: 'left' | 'used'): { figure: string | null; figureText: string } {
  const left = toHeadroomPercent(window);
  if (window.usedPercent !== null && left !== null) {
    const figure = format.percent(kind === 'left' ? left : window.usedPercent);
    return { figure, figureText: words.usedAndLeft(words.used(window.usedPercent), words.left(left)) };
  }
  const { amount } = window;
  const value = kind === 'left' ? amount?.remaining : amount?.used;
  if (amount === null || value === null || value === undefined) return { figure: null, figureText: common.unknown };
  const text = kind === 'left' ? words.amountLeft(value, amount.unit) : words.amountUsed(value, amount.unit);
  return { figure: format.compact(value), figureText: text };
}

function toReset(atMs: number, { nowMs, timeZone, show }: AccountsContext): string {
  return show.resetFigure === 'countdown' ? words.inShort(atMs - nowMs) : format.moment(atMs, nowMs, timeZone);
}

function toElapsedPercent({ resetsAtMs, windowMinutes }: LimitWindow, nowMs: number): number | null {
  if (resetsAtMs === null || resetsAtMs <= nowMs || windowMinutes === null) return null;
  const elapsed = 100 * (1 - (resetsAtMs - nowMs) / (windowMinutes * minuteMs));
  return elapsed < 0 ? null : Math.min(100, elapsed);
}

function findForecast(forecasts: readonly LimitForecast[], { id, resetsAtMs }: LimitWindow): LimitForecast | null {
  const key = toLimitKey(id);
  return forecasts.find((forecast) => forecast.endMs === resetsAtMs && toLimitKey(forecast.id) === key) ?? null;
}

/** How much of an account's hash tells it from another one. */
const shortHash = 4;

/**
 * The plan, with the beginning of the account's hash where another account of the agent has the same plan. Where other windows
 * of the agent name an account and this one does not, that the account is unknown.
 */
function toOwner(window: LimitWindow, windows: readonly LimitWindow[]): string | null {
  const { account } = window.id;
  const others = windows.filter(({ source, id }) => source === window.source && id.account !== account);
  const hasOthers = others.some(({ id }) => id.account !== null);
  if (account === null && hasOthers) return words.unknownAccount;
  const plan = toPlan(window, windows);
  const isAlone =
    account === null || !others.some((other) => other.id.account !== null && toPlan(other, windows) === plan);
  if (isAlone) return plan;
  const hash = account.slice(0, shortHash);
  return plan === null ? hash : words.owner(plan, hash);
}

/** The plan of a window's account, which not all of its windows name. */
function toPlan(window: LimitWindow, windows: readonly LimitWindow[]): string | null {
  const isOwn = ({ source, id }: LimitWindow): boolean => source === window.source && id.account === window.id.account;
  const named = [window, ...windows.filter(isOwn)].find(({ planType }) => planType !== null);
  return named?.planType === undefined || named.planType === null ? null : cleanText(named.planType);
}

/** An agent of which only its block is known, so no window competes with it: everything about it is an estimate from the logs. */
function toBlockAccount(
  active: ActiveBlockOutlook,
  { binding, nearest }: NearestLimit,
  context: AccountsContext,
): AccountView {
  const { block, limit, source } = active;
  const { nowMs, thresholdsPercent, show, labelOf } = context;
  const elapsed = Math.min(100, Math.max(0, (100 * (nowMs - block.startMs)) / blockMs));
  // Its host may have been away since.
  const isOver = block.endMs <= nowMs;
  const used = limit?.usedPercent ?? null;
  const left = used === null ? null : Math.max(0, 100 - used);
  const { label, title } = common.provenance.estimated;
  const willRunOut = active.runsOutAtMs !== null && active.runsOutAtMs > nowMs;
  return {
    id: `${source}/block`,
    source,
    label: labelOf(source),
    plan: null,
    aside: label,
    asideTitle: title,
    rows: [
      {
        id: `${source}/block/${block.startMs}`,
        kind: 'block',
        name: words.block,
        fullName: words.block,
        usedPercent: used,
        forecastPercent: null,
        markPercent: used === null ? null : elapsed,
        level: willRunOut ? 'warning' : used === null ? 'normal' : toLevel(used, thresholdsPercent),
        figure: used === null || left === null ? null : format.percent(show.limitFigure === 'left' ? left : used),
        figureText:
          used === null || left === null ? common.unknown : words.usedAndLeft(words.used(used), words.left(left)),
        reset: isOver ? words.hasEnded : toReset(block.endMs, context),
        title: common.sentences([words.blockTitle(limit?.plan ?? null), title]),
        isNear: false,
        isUncertain: true,
        isBinding: binding?.source === source,
        isHeadline: nearest?.source === source,
      },
    ],
  };
}
