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
  /** Its page has this height, in CSS pixels; the window follows, up to the work area. */
  setContentHeight(height: number): void;
  /** The settings of the popover have changed. */
  adapt(): void;
  destroy(): void;
}

/** The popover's dependencies. */
export interface PopoverOptions extends Omit<
  PopoverPageOptions,
  'isDialogOpen' | 'contentHeight' | 'onHiddenByBlur' | 'onClosed'
> {
  /** The person wants it to stay open when it loses the keyboard focus. */
  readonly staysOpen: () => boolean;
  /** The person hid it, not a click elsewhere. */
  readonly onDismissed: () => void;
}

/** Builds the popover; nothing is on screen until `show` or `toggle`. */
export function createPopover(options: PopoverOptions): Popover {
  let page: PopoverPage | null = null;
  let isDialogOpen = false;
  let contentHeight: number | null = null;
  let hiddenByBlurAtMs: number | null = null;

  const build = (): PopoverPage => {
    const built = createPopoverPage({
      ...options,
      isDialogOpen: () => isDialogOpen || options.staysOpen(),
      contentHeight: () => contentHeight,
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
    setContentHeight(height) {
      const wanted = Math.ceil(height * (page?.zoomFactor() ?? 1));
      if (wanted === contentHeight) return;
      contentHeight = wanted;
      page?.adapt();
    },
    adapt: () => page?.adapt(),
    destroy() {
      page?.destroy();
      page = null;
    },
  };
}
