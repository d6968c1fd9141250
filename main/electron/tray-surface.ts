import path from 'node:path';
import type { Rectangle, Screen } from 'electron';
import { minuteMs } from '../../shared/domain/instant.ts';
import type { Messages } from '../../shared/messages/catalogue.ts';
import type { Host } from '../node/host/host.ts';
import type { Appearance } from './system/appearance.ts';
import { createPacedRendering } from './tray/paced-rendering.ts';
import type { TrayAction } from './tray/tray-menu.ts';
import { createTrayIcons, type IconView } from './tray/tray-icons.ts';
import { createTray } from './tray/tray.ts';
import { toTrayViews } from './tray/tray-views.ts';

/** The tray icon, or icons, kept up to date with the host. */
export interface TraySurface {
  /** Shows the current state; call it when anything that it shows has changed. */
  render(): void;
  /** Where the icon is that was clicked last, in screen coordinates. */
  bounds(): Rectangle;
  /** Returns the keyboard focus to the taskbar (Windows). */
  focus(): void;
  /** Stops rendering; the icons stay. */
  stop(): void;
  destroy(): void;
}

/** How long the tooltip stays before its text is replaced. */
const tooltipPauseMs = 10_000;
/** The tooltip counts down by the minute, even while nothing else changes. */
const tickMs = minuteMs;

/** Puts the icon into the tray, and those of the accounts if they are wanted. */
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
  const toViews = (): ReturnType<typeof toTrayViews> =>
    toTrayViews({
      snapshot: host.view.current(),
      settings: host.settings.get(),
      isPaused: host.isPaused(),
      isPanelDark: appearance.isPanelDark(),
      scaleFactor: Math.max(1, ...options.screen.getAllDisplays().map((display) => display.scaleFactor)),
      messages,
      nowMs: nowMs(),
    });
  const iconsFolder = path.join(options.iconsFolder, 'tray');
  const icons = createTrayIcons({
    firstView: toViews()[0].view,
    onClick: options.onClick,
    create: (firstView, id, onClick) =>
      createTray({ ...options, iconsFolder, firstView, onClick, ...(id === null ? {} : { id }) }),
  });
  const rendering = createPacedRendering<readonly IconView[]>({ render: icons.render, pauseMs: tooltipPauseMs, nowMs });
  const render = (): void => {
    const views = toViews();
    const urgent = views.map(({ id, view: { tooltip: _words, text: _figures, ...look } }) => [id, look]);
    const { desktop, popover } = host.settings.get();
    // Money that is hidden must not stay in the tooltip until the next pause is over.
    const asked = [desktop, popover.isPrivate];
    rendering.request(views, JSON.stringify([urgent, asked, host.view.current().sections.scan.phase]));
  };
  render();
  const ticks = setInterval(render, tickMs);
  return {
    render,
    bounds: icons.bounds,
    focus: icons.focus,
    stop() {
      clearInterval(ticks);
      rendering.stop();
    },
    destroy: icons.destroy,
  };
}
