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
  readonly isOtherWindowVisible: () => boolean;
}): KeyboardReturn {
  const { platform, app } = options;
  let isAppHidden = false;
  return {
    onBeforeShow() {
      if (isAppHidden) app.show();
      isAppHidden = false;
    },
    onDismissed() {
      if (platform === 'win32') options.focusTray();
      // macOS makes the previous app active only when this one is hidden as a whole, not when its last window is.
      if (platform !== 'darwin' || options.isOtherWindowVisible()) return;
      isAppHidden = true;
      app.hide();
    },
  };
}
