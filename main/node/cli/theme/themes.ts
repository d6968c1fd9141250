/** What `--theme` takes. `auto` asks the terminal; `classic` uses the 16 colours that the person has set there. */
export const themeNames = ['auto', 'dark', 'light', 'classic', 'high-contrast', 'color-blind'] as const;
export type ThemeName = (typeof themeNames)[number];

/** The meaning of a colour. No fact is shown by colour alone. */
export type Role = 'good' | 'warning' | 'critical' | 'accent' | 'muted' | 'first' | 'second' | 'third' | 'rest';

/** What text is drawn on. */
export type Background = 'dark' | 'light';

/** A colour for every role, as `#rrggbb`. */
export type Palette = Readonly<Record<Role, string>>;

/** A theme with colours of its own: legible on common dark and on common light backgrounds. */
export type ColorTheme = Exclude<ThemeName, 'auto' | 'dark' | 'light' | 'classic'> | 'plain';

const muted = { dark: '#9aa4b2', light: '#57606a' } as const;

/**
 * The colours by theme and background. Each has a contrast of at least 4.5 : 1 to backgrounds between black and #282c34,
 * or between white and #eeeeee (WCAG 2.2, 1.4.3); those of high contrast have 7 : 1 (1.4.6). Those for colour-blind people
 * follow Okabe and Ito, and stay apart without red or green.
 */
export const palettes: Readonly<Record<ColorTheme, Readonly<Record<Background, Palette>>>> = {
  plain: {
    dark: {
      ...{ good: '#6fd96b', warning: '#f2cc60', critical: '#ff9a92', accent: '#79c0ff', muted: muted.dark },
      ...{ first: '#79c0ff', second: '#d2a8ff', third: '#f2cc60', rest: muted.dark },
    },
    light: {
      ...{ good: '#116329', warning: '#7d4e00', critical: '#a40e26', accent: '#0550ae', muted: muted.light },
      ...{ first: '#0550ae', second: '#6639ba', third: '#7d4e00', rest: muted.light },
    },
  },
  'high-contrast': {
    dark: {
      ...{ good: '#b3ffb3', warning: '#ffff66', critical: '#ffcccc', accent: '#b3e5ff', muted: '#dadada' },
      ...{ first: '#b3e5ff', second: '#ffd7ff', third: '#ffff66', rest: '#dadada' },
    },
    light: {
      ...{ good: '#003a1a', warning: '#4a2f00', critical: '#7a0016', accent: '#002f6c', muted: '#333a42' },
      ...{ first: '#002f6c', second: '#4a1d8f', third: '#4a2f00', rest: '#333a42' },
    },
  },
  'color-blind': {
    dark: {
      ...{ good: '#56b4e9', warning: '#f0e442', critical: '#ff9f6b', accent: '#e5c7f2', muted: muted.dark },
      ...{ first: '#56b4e9', second: '#f0e442', third: '#ff9f6b', rest: muted.dark },
    },
    light: {
      ...{ good: '#005a9c', warning: '#8a5a00', critical: '#5c0a1e', accent: '#003a87', muted: muted.light },
      ...{ first: '#005a9c', second: '#8a5a00', third: '#5c0a1e', rest: muted.light },
    },
  },
};

/**
 * The colours of a theme; null for the terminal's own, which are also the safe choice while the background is unknown.
 */
export function findPalette(name: ThemeName, background: Background | null): Palette | null {
  switch (name) {
    case 'classic':
      return null;
    case 'auto':
      return background === null ? null : palettes.plain[background];
    case 'dark':
    case 'light':
      return palettes.plain[name];
    default:
      return palettes[name][background ?? 'dark'];
  }
}
