import type { App } from 'electron';

/** Gives the keyboard back to whatever had it before the popover, once a person has dismissed that. */
export interface KeyboardReturn {
  /** The popover is about to show. */
  onBeforeShow(): void;
  /** The person has dismissed it, by Esc or its button. A click elsewhere moves the keyboard by itself. */
  onDismissed(): void;
}

/** Builds it for this system. On Linux the window manager does it. */
export function createKeyboardReturn(options: {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<App, 'hide' | 'show'>;
  readonly focusTray: () => void;
  /** A window that the keyboard may have gone to already, even if it does not show yet. */
  readonly isOtherWindowOpen: () => boolean;
}): KeyboardReturn {
  const { platform, app } = options;
  let isAppHidden = false;
  return {
    onBeforeShow() {
      if (isAppHidden) app.show();
      isAppHidden = false;
    },
    onDismissed() {
      if (options.isOtherWindowOpen()) return;
      if (platform === 'win32') options.focusTray();
      if (platform !== 'darwin') return;
      // macOS makes the previous app active only when this one is hidden as a whole, not when its last window is.
      isAppHidden = true;
      app.hide();
    },
  };
}
