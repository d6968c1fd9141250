import type { Messages } from '../../../shared/messages/catalogue.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import { describeAccount } from '../../../shared/snapshot/describe-account.ts';
import { describeTooltip } from '../../../shared/snapshot/describe-tooltip.ts';
import { toTrayAccounts, withMark, type TrayAccount } from '../../../shared/snapshot/tray-accounts.ts';
import { toTrayState, type TrayState } from '../../../shared/snapshot/tray-state.ts';
import { toTrayFigures, toTrayText, type TrayText } from '../../../shared/snapshot/tray-text.ts';
import type { IconView } from './tray-icons.ts';
import type { TrayView } from './tray.ts';

/** What the tray's icons depend on. */
export interface TrayContext {
  readonly snapshot: AppSnapshot;
  readonly settings: Settings;
  readonly isPaused: boolean;
  readonly isPanelDark: boolean;
  readonly scaleFactor: number;
  readonly messages: Messages;
  readonly nowMs: number;
}

/** What every icon shows: one for everything, or one for each account, if that is wanted and there are several. */
export function toTrayViews(context: TrayContext): readonly [IconView, ...IconView[]] {
  const wantsAll = context.settings.desktop.trayIcons === 'accounts';
  const [first, ...others] = wantsAll ? toTrayAccounts(context.snapshot) : [];
  if (first === undefined || others.length === 0) return [{ id: null, view: toWholeView(context) }];
  return [toAccountView(first, context), ...others.map((account) => toAccountView(account, context))];
}

function toWholeView(context: TrayContext): TrayView {
  const state = toShownState(context.snapshot, context);
  return {
    ...toLook(context),
    state,
    text: toText(context.snapshot, state, context),
    tooltip: describeTooltip(context.snapshot, context.messages, context.nowMs, context.settings.popover.isPrivate),
  };
}

/** An account's icon bears its mark, unless the app is paused or has failed: then all of them say so. */
function toAccountView(account: TrayAccount, context: TrayContext): IconView {
  const state = toShownState(account.snapshot, context);
  const text = toText(account.snapshot, state, context);
  const view: TrayView = {
    ...toLook(context),
    state,
    text: state === 'paused' || state === 'error' ? null : withMark(text, account.mark),
    tooltip: describeAccount(account, context.messages, context.nowMs),
  };
  return { id: account.id, view };
}

function toLook({ settings, isPaused, isPanelDark, scaleFactor }: TrayContext) {
  return { color: settings.trayIconColor, isPaused, isPanelDark, scaleFactor };
}

/** The engine confirms a pause a moment after the click. */
function toShownState(snapshot: AppSnapshot, { settings, isPaused, nowMs }: TrayContext): TrayState {
  const state = toTrayState(snapshot, settings.thresholdsPercent, nowMs);
  return isPaused && state !== 'error' ? 'paused' : state;
}

function toText(snapshot: AppSnapshot, state: TrayState, { settings, nowMs }: TrayContext): TrayText | null {
  return toTrayText(toTrayFigures(snapshot, nowMs), {
    choices: settings.desktop,
    limitFigure: settings.popover.limitFigure,
    state,
  });
}
