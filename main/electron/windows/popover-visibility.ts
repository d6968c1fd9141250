/** Whether the popover must go away when it loses the keyboard. */
export interface BlurSituation {
  readonly platform: NodeJS.Platform;
  readonly nowMs: number;
  readonly shownAtMs: number;
  /** It had the keyboard since it was shown; a window that never had it has nothing to lose. */
  readonly hadFocus: boolean;
  readonly isDevToolsFocused: boolean;
  /** A file dialog of ours is open. */
  readonly isDialogOpen: boolean;
}

/** How long after a blur the popover hides: a click on the tray icon must find it open, to close it. */
export const blurDelayMs = 100;

/** Windows keeps the taskbar in front right after a click on it, so a blur follows the show. */
const windowsGraceMs = 400;

/** A click that arrives this soon after the blur that hid the popover is the click that caused the blur. */
const sameClickMs = 300;

/** Whether this blur hides the popover. */
export function isHiddenByBlur(situation: BlurSituation): boolean {
  if (!situation.hadFocus || situation.isDevToolsFocused || situation.isDialogOpen) return false;
  return !(situation.platform === 'win32' && situation.nowMs - situation.shownAtMs < windowsGraceMs);
}

/** Whether a click on the tray icon opens the popover: not when it shows, nor when the click itself has just hidden it. */
export function isOpenedByClick(isVisible: boolean, nowMs: number, hiddenByBlurAtMs: number | null): boolean {
  return !isVisible && (hiddenByBlurAtMs === null || nowMs - hiddenByBlurAtMs > sameClickMs);
}
