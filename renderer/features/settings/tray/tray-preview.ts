import { drawPixelText, type PixelMark, type PixelText } from '../../../../shared/lib/pixel-text.ts';
import type { Settings } from '../../../../shared/settings/schema.ts';
import { toTrayText, type TrayFigures } from '../../../../shared/snapshot/tray-text.ts';
import { messages } from '../../../messages.ts';

const words = messages.settings.trayAndKeys;
const minute = 60_000;

/** Made-up figures, by how near the limit is; what is drawn in place of the icon shows this by its shape. */
const examples = {
  normal: { figures: { tokensToday: 1_240_000, usedPercent: 37, resetsInMs: 133 * minute }, mark: 'none' },
  warning: { figures: { tokensToday: 8_600_000, usedPercent: 81, resetsInMs: 133 * minute }, mark: 'underline' },
  critical: { figures: { tokensToday: 9_900_000, usedPercent: 96, resetsInMs: 48 * minute }, mark: 'box' },
} as const satisfies Readonly<Record<string, { figures: Omit<TrayFigures, 'isUncertain'>; mark: PixelMark }>>;
const systems = ['darwin', 'win32', 'linux'] as const;
/** Edge lengths of the drawn texts on a display at 100 %. */
const edges = { win32: 16, linux: 22 } as const;

/** What appears at the tray icon on one system. */
export interface TrayLook {
  readonly key: string;
  readonly label: string;
  /** Whether the icon is shown, or replaced by the text. */
  readonly hasIcon: boolean;
  /** Beside the icon; empty for nothing. */
  readonly title: string;
  /** The drawn text as a path in a square; null where nothing is drawn. */
  readonly drawn: { readonly edge: number; readonly path: string } | null;
}

/** The looks of one state on every system. */
export interface TrayLooks {
  readonly state: string;
  readonly looks: readonly TrayLook[];
}

/** How the tray would look with these settings. */
export function toTrayLooks(settings: Pick<Settings, 'desktop' | 'popover'>): readonly TrayLooks[] {
  return (['normal', 'warning', 'critical'] as const).map((state) => {
    const { figures, mark } = examples[state];
    const text = toTrayText(
      { ...figures, isUncertain: false },
      { choices: settings.desktop, limitFigure: settings.popover.limitFigure, state },
    );
    const looks = systems.map((system): TrayLook => {
      const isDrawn = text !== null && system !== 'darwin';
      return {
        key: system,
        label: words.looksLike(words.systems[system], words.states[state], text?.title ?? words.texts.none),
        hasIcon: !isDrawn,
        title: isDrawn ? '' : (text?.title ?? ''),
        drawn: isDrawn ? toPath(drawPixelText(text.lines, edges[system], mark)) : null,
      };
    });
    return { state: words.states[state], looks };
  });
}

/** One square for each pixel that is set. */
function toPath({ edge, pixels }: PixelText): NonNullable<TrayLook['drawn']> {
  const squares = [...pixels].flatMap((pixel, at) =>
    pixel === 1 ? [`M${at % edge} ${Math.floor(at / edge)}h1v1h-1z`] : [],
  );
  return { edge, path: squares.join('') };
}
