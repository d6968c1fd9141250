import type { Rectangle } from 'electron';
import type { TrayHandle, TrayView } from './tray.ts';

/** What one icon shows. */
export interface IconView {
  /** Whose icon it is; the first icon of all has none. */
  readonly id: string | null;
  readonly view: TrayView;
}

/** The icons of the app in the tray: always one, and as many more as there are views. */
export interface TrayIcons {
  /** Shows the views, the first one at the icon that is always there. */
  render(views: readonly IconView[]): void;
  /** Where the icon is that was clicked last, in screen coordinates. */
  bounds(): Rectangle;
  /** Returns the keyboard focus to the taskbar (Windows). */
  focus(): void;
  destroy(): void;
}

/** Builds them; `create` puts one icon into the tray. */
export function createTrayIcons(options: {
  readonly firstView: TrayView;
  readonly onClick: () => void;
  readonly create: (view: TrayView, id: string | null, onClick: () => void) => TrayHandle;
}): TrayIcons {
  const more = new Map<string, TrayHandle>();
  const create = (view: TrayView, id: string | null): TrayHandle => {
    const handle = options.create(view, id, () => {
      clicked = handle;
      options.onClick();
    });
    return handle;
  };
  const first = create(options.firstView, null);
  let clicked = first;

  const remove = (id: string, handle: TrayHandle): void => {
    handle.destroy();
    more.delete(id);
    if (clicked === handle) clicked = first;
  };
  return {
    render([own, ...others]) {
      if (own !== undefined) first.render(own.view);
      const wanted = new Map(others.map(({ id, view }) => [id ?? '', view]));
      for (const [id, handle] of more) {
        if (!wanted.has(id)) remove(id, handle);
      }
      for (const [id, view] of wanted) {
        const handle = more.get(id);
        if (handle === undefined) more.set(id, create(view, id));
        else handle.render(view);
      }
    },
    bounds: () => clicked.bounds(),
    focus: () => clicked.focus(),
    destroy() {
      for (const [id, handle] of more) remove(id, handle);
      first.destroy();
    },
  };
}
