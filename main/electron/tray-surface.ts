import path from 'node:path';
import type { Rectangle, Screen } from 'electron';
import { minuteMs } from '../../shared/domain/instant.ts';
import type { Messages } from '../../shared/messages/catalogue.ts';
import { describeTooltip } from '../../shared/snapshot/describe-tooltip.ts';
import { toTrayFigures, toTrayText } from '../../shared/snapshot/tray-text.ts';
import { toTrayState } from '../../shared/snapshot/tray-state.ts';
import type { Host } from '../node/host/host.ts';
import type { Appearance } from './appearance.ts';
import { createPacedRendering } from './tray/paced-rendering.ts';
import type { TrayAction } from './tray/tray-menu.ts';
import { createTray, type TrayView } from './tray/tray.ts';

/** The tray icon, kept up to date with the host. */
export interface TraySurface {
  /** Shows the current state; call it when anything that it shows has changed. */
  render(): void;
  /** Where the icon is, in screen coordinates. */
  bounds(): Rectangle;
  /** Returns the keyboard focus to the taskbar (Windows). */
  focus(): void;
  /** Stops rendering; the icon stays. */
  stop(): void;
  destroy(): void;
}

/** How long the tooltip stays before its text is replaced. */
const tooltipPauseMs = 10_000;
/** The tooltip counts down by the minute, even while nothing else changes. */
const tickMs = minuteMs;

/** Puts the icon into the tray. */
export function createTraySurface(options: {
  readonly host: Host;
  readonly appearance: Appearance;
  readonly screen: Pick<Screen, 'getAllDisplays'>;
  readonly platform: NodeJS.Platform;
  readonly iconsFolder: string;
  readonly messages: Messages;
  readonly nowMs: () => number;
  readonly onClick: () => void;
  readonly onAction: (action: TrayAction) => void;
}): TraySurface {
  const { host, appearance, messages, nowMs } = options;
  const toView = (): TrayView => {
    const settings = host.settings.get();
    const snapshot = host.view.current();
    const state = toTrayState(snapshot, settings.thresholdsPercent);
    const isPaused = host.isPaused();
    // The engine confirms a pause a moment after the click.
    const shownState = isPaused && state !== 'error' ? 'paused' : state;
    return {
      state: shownState,
      text: toTrayText(toTrayFigures(snapshot, nowMs()), {
        choices: settings.desktop,
        limitFigure: settings.popover.limitFigure,
        state: shownState,
      }),
      tooltip: describeTooltip(snapshot, messages, nowMs()),
      isPaused,
      color: settings.trayIconColor,
      isPanelDark: appearance.isPanelDark(),
      scaleFactor: Math.max(1, ...options.screen.getAllDisplays().map((display) => display.scaleFactor)),
    };
  };
  const tray = createTray({ ...options, iconsFolder: path.join(options.iconsFolder, 'tray'), firstView: toView() });
  const rendering = createPacedRendering<TrayView>({ render: tray.render, pauseMs: tooltipPauseMs, nowMs });
  const render = (): void => {
    const view = toView();
    const { tooltip: _words, text: _figures, ...urgent } = view;
    rendering.request(
      view,
      JSON.stringify([urgent, host.settings.get().desktop, host.view.current().sections.scan.phase]),
    );
  };
  const ticks = setInterval(render, tickMs);
  return {
    render,
    bounds: tray.bounds,
    focus: tray.focus,
    stop() {
      clearInterval(ticks);
      rendering.stop();
    },
    destroy: tray.destroy,
  };
}
