import type { App } from 'electron';

/** Returns the keyboard focus to whatever had it before the popover, once a person has dismissed the popover. */
export interface KeyboardReturn {
  /** The popover is about to show. */
  onBeforeShow(): void;
  /** The person has dismissed it with Esc or its button. A click elsewhere moves the focus by itself. */
  onDismissed(): void;
}

/** Builds it for this system. On Linux the window manager does it. */
export function createKeyboardReturn(options: {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<App, 'hide' | 'show'>;
  readonly focusTray: () => void;
  /** A window that may already have the keyboard focus, even if it is not visible yet. */
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
      // macOS activates the previous app only when this app is hidden as a whole, not when its last window is.
      isAppHidden = true;
      app.hide();
    },
  };
}
