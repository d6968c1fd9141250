import type { BrowserWindow, Point, Rectangle, Screen, Size } from 'electron';
import type { DesktopSettings } from '../../../shared/settings/desktop-choices.ts';
import { placeGauge } from './gauge-position.ts';
import { hasOnlyBottomBar } from './popover-position.ts';
import { setExactBounds } from './set-exact-bounds.ts';

/** What a gauge's frame needs. */
export interface GaugeFrameOptions {
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'on' | 'off'>;
  readonly choices: () => Pick<DesktopSettings, 'gaugeOpacityPercent' | 'gaugePosition'>;
  /** The person wants it left out of recordings and shared screens, where the system can do that. */
  readonly isPrivate: () => boolean;
  /** The person has dragged it here. */
  readonly onMoved: (position: Point) => void;
}

/** Place, size and look of a gauge's window. */
export interface GaugeFrame {
  /** Applies the settings and the size of the page, in CSS pixels. */
  form(size: Size): void;
  /** It is on screen: from now on, it follows drags and changes of displays. */
  follow(): void;
}

/** A drag reports every step; only where it ends is stored. Displays, too, change in steps, and take windows along. */
const settlesMs = 500;

/** Builds the frame of a window. */
export function createGaugeFrame(window: BrowserWindow, options: GaugeFrameOptions): GaugeFrame {
  let size: Size | null = null;
  let placed: Rectangle | null = null;
  /** Where the person is dragging it, or has dragged it, instead of the place in the settings. */
  let dragged: { readonly to: Point; readonly insteadOf: Point | null } | null = null;

  const form = (): void => {
    if (size === null || window.isDestroyed()) return;
    const zoom = window.webContents.getZoomFactor();
    const { gaugePosition, gaugeOpacityPercent } = options.choices();
    if (dragged !== null && !isSame(dragged.insteadOf, gaugePosition)) dragged = null;
    placed = placeGauge({
      position: dragged?.to ?? gaugePosition,
      size: { width: size.width * zoom, height: size.height * zoom },
      workAreas: listWorkAreas(options.screen),
      isPopoverLow: isPopoverLow(options.screen),
    });
    setExactBounds(window, placed);
    window.setOpacity(gaugeOpacityPercent / 100);
    window.setContentProtection(options.isPrivate());
  };
  return {
    form(wanted) {
      size = wanted;
      form();
    },
    follow: () =>
      followMoves(window, options.screen, {
        onMoved() {
          const { x, y } = window.getBounds();
          if (placed !== null && !isElsewhere({ x, y }, placed)) return;
          dragged = { to: { x, y }, insteadOf: options.choices().gaugePosition };
        },
        onSettled() {
          if (dragged !== null) options.onMoved(dragged.to);
        },
        onRearranged() {
          dragged = null;
          form();
        },
      }),
  };
}

/**
 * Reports what moves a window: drags, and changes of the displays, with which systems move windows by themselves. On
 * Wayland, windows do not know where they are.
 */
function followMoves(
  window: BrowserWindow,
  screen: GaugeFrameOptions['screen'],
  report: { readonly onMoved: () => void; readonly onSettled: () => void; readonly onRearranged: () => void },
): void {
  let timer: NodeJS.Timeout | undefined;
  let isRearranging = false;
  const settle = (): void => {
    if (window.isDestroyed()) return;
    const wasRearranging = isRearranging;
    isRearranging = false;
    if (wasRearranging) report.onRearranged();
    else report.onSettled();
  };
  const settleLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(settle, settlesMs);
  };
  const rearrange = (): void => {
    isRearranging = true;
    settleLater();
  };
  window.on('move', () => {
    if (window.isDestroyed()) return;
    if (!isRearranging) report.onMoved();
    settleLater();
  });
  screen.on('display-added', rearrange);
  screen.on('display-removed', rearrange);
  screen.on('display-metrics-changed', rearrange);
  window.once('closed', () => {
    clearTimeout(timer);
    screen.off('display-added', rearrange);
    screen.off('display-removed', rearrange);
    screen.off('display-metrics-changed', rearrange);
  });
}

function isSame(a: Point | null, b: Point | null): boolean {
  return a?.x === b?.x && a?.y === b?.y;
}

/** Whether somebody has moved it: at scales such as 125 %, a window reports a place that is rounded differently. */
function isElsewhere(position: Point, placed: Point): boolean {
  return Math.max(Math.abs(position.x - placed.x), Math.abs(position.y - placed.y)) > 1;
}

function isPopoverLow(screen: GaugeFrameOptions['screen']): boolean {
  const { workArea, bounds } = screen.getPrimaryDisplay();
  return hasOnlyBottomBar({ workArea, display: bounds });
}

function listWorkAreas(screen: GaugeFrameOptions['screen']): readonly [Rectangle, ...Rectangle[]] {
  return [screen.getPrimaryDisplay().workArea, ...screen.getAllDisplays().map(({ workArea }) => workArea)];
}
