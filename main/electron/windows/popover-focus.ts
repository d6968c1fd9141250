import type { BrowserWindow } from 'electron';
import { blurDelayMs, blurGraceMs, isHiddenByBlur } from './popover-visibility.ts';

/** Whether a visible popover still has the person's attention. */
export interface PopoverFocus {
  /** The popover has just been shown. */
  onShown(): void;
  /** It was hidden or destroyed: a blur that has not been judged yet no longer matters. */
  cancel(): void;
}

/** Reports when the popover loses the keyboard focus in a way that should hide it. */
export function watchPopoverFocus(
  window: BrowserWindow,
  options: {
    readonly platform: NodeJS.Platform;
    readonly nowMs: () => number;
    readonly isDialogOpen: () => boolean;
    readonly onLost: () => void;
  },
): PopoverFocus {
  let hadFocus = false;
  let shownAtMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const judge = (): void => {
    if (window.isDestroyed() || window.isFocused()) return;
    const situation = { platform: options.platform, nowMs: options.nowMs(), shownAtMs, hadFocus };
    const graceMs = blurGraceMs(situation);
    if (graceMs > 0) {
      timer = setTimeout(askAgain, graceMs);
      return;
    }
    const isHidden = isHiddenByBlur({
      ...situation,
      isDevToolsFocused: window.webContents.isDevToolsFocused(),
      isDialogOpen: options.isDialogOpen(),
    });
    if (isHidden) options.onLost();
  };
  /** If the person has clicked elsewhere meanwhile, Windows refuses, and the next check hides the window. */
  const askAgain = (): void => {
    if (window.isDestroyed() || window.isFocused()) return;
    window.focus();
    timer = setTimeout(judge, blurDelayMs);
  };
  window.on('focus', () => {
    hadFocus = true;
    clearTimeout(timer);
  });
  window.on('blur', () => {
    clearTimeout(timer);
    timer = setTimeout(judge, blurDelayMs);
  });
  return {
    onShown() {
      clearTimeout(timer);
      hadFocus = false;
      shownAtMs = options.nowMs();
    },
    cancel: () => clearTimeout(timer),
  };
}
