import { createPopoverPage, type PopoverPage, type PopoverPageOptions } from './popover-page.ts';
import { isOpenedByClick } from './popover-visibility.ts';

/** The popover at the tray icon. Its window is created when first needed and destroyed after long disuse. */
export interface Popover {
  show(): void;
  /** Hides it and returns the keyboard focus. */
  hide(): void;
  /** Handles a click on the tray icon. */
  toggle(): void;
  /** While true (a file dialog is open), losing the keyboard focus does not hide it. */
  setDialogOpen(isOpen: boolean): void;
  destroy(): void;
}

/** The popover's dependencies. */
export interface PopoverOptions extends Omit<PopoverPageOptions, 'isDialogOpen' | 'onHiddenByBlur' | 'onClosed'> {
  /** The person hid it, not a click elsewhere. */
  readonly onDismissed: () => void;
}

/** Builds the popover; nothing is on screen until `show` or `toggle`. */
export function createPopover(options: PopoverOptions): Popover {
  let page: PopoverPage | null = null;
  let isDialogOpen = false;
  let hiddenByBlurAtMs: number | null = null;

  const build = (): PopoverPage => {
    const built = createPopoverPage({
      ...options,
      isDialogOpen: () => isDialogOpen,
      onHiddenByBlur: () => (hiddenByBlurAtMs = options.nowMs()),
      onClosed() {
        if (page === built) page = null;
        options.onVisibilityChanged();
      },
    });
    return built;
  };
  const isVisible = (): boolean => page?.isVisible() ?? false;
  const show = (): void => {
    page ??= build();
    page.show();
  };
  return {
    show,
    hide() {
      const wasVisible = isVisible();
      page?.hide();
      if (wasVisible) options.onDismissed();
    },
    toggle() {
      if (isOpenedByClick(isVisible(), options.nowMs(), hiddenByBlurAtMs)) show();
      else page?.hide();
    },
    setDialogOpen(isOpen) {
      isDialogOpen = isOpen;
    },
    destroy() {
      page?.destroy();
      page = null;
    },
  };
}
