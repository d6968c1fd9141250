/** Whether the popover must hide when it loses the keyboard focus. */
export interface BlurSituation {
  readonly platform: NodeJS.Platform;
  readonly nowMs: number;
  readonly shownAtMs: number;
  /** It has had the keyboard focus since it was shown; a window that never had it cannot lose it. */
  readonly hadFocus: boolean;
  readonly isDevToolsFocused: boolean;
  /** One of our file dialogs is open. */
  readonly isDialogOpen: boolean;
}

/** How long after a blur the popover hides: a click on the tray icon must find it open in order to close it. */
export const blurDelayMs = 100;

/** Windows keeps the taskbar in front right after a click on it, so a blur follows the show. */
const windowsGraceMs = 400;

/**
 * How long to wait before a blur can be judged: on Windows, one that follows the show immediately means nothing yet.
 * The window must then request the keyboard focus again, or nothing would ever hide it.
 */
export function blurGraceMs(situation: Pick<BlurSituation, 'platform' | 'nowMs' | 'shownAtMs'>): number {
  if (situation.platform !== 'win32') return 0;
  return Math.max(0, situation.shownAtMs + windowsGraceMs - situation.nowMs);
}

/** A click that arrives this soon after the blur that hid the popover is the click that caused the blur. */
const sameClickMs = 300;

/** Whether this blur hides the popover. */
export function isHiddenByBlur(situation: BlurSituation): boolean {
  if (!situation.hadFocus || situation.isDevToolsFocused || situation.isDialogOpen) return false;
  return blurGraceMs(situation) === 0;
}

/**
 * Whether a click on the tray icon opens the popover: not when it is visible, nor when the same click has just hidden
 * it.
 */
export function isOpenedByClick(isVisible: boolean, nowMs: number, hiddenByBlurAtMs: number | null): boolean {
  return !isVisible && (hiddenByBlurAtMs === null || nowMs - hiddenByBlurAtMs > sameClickMs);
}
