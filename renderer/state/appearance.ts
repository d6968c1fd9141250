import type { Settings } from '../../shared/settings/schema.ts';

/** The settings that change how pages look. */
export type AppearanceSettings = Pick<Settings, 'theme' | 'density' | 'dataColors'>;

/** The attributes of the root that choose among the design tokens; null where one is left out. */
export interface RootAttributes {
  readonly 'data-theme': 'light' | 'dark' | null;
  readonly 'data-contrast': 'more' | null;
  readonly 'data-density': 'compact' | null;
  readonly 'data-colors': 'okabe-ito' | null;
}

/** Returns the root's attributes. `wantsContrast`: the system asks for more contrast. */
export function toRootAttributes(
  { theme, density, dataColors }: AppearanceSettings,
  wantsContrast: boolean,
): RootAttributes {
  return {
    'data-theme': theme === 'light' || theme === 'dark' ? theme : null,
    'data-contrast': theme === 'high-contrast' || wantsContrast ? 'more' : null,
    'data-density': density === 'compact' ? density : null,
    'data-colors': dataColors === 'okabe-ito' ? dataColors : null,
  };
}
