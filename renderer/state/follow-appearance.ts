import type { Host } from '../../shared/contract/index.ts';
import { dataColorScales, defaultAppearance, densities, themes } from '../../shared/settings/appearance-choices.ts';
import { readKept, writeKept } from './page-storage.ts';
import { toRootAttributes, type AppearanceSettings } from './appearance.ts';

const key = 'fuelgauge.appearance';

/**
 * Makes this page look as the settings say, for its life. Call it before anything is drawn: it begins with what the page
 * looked like when it was last open, so that no wrong theme flashes while the host has not answered yet.
 */
export function followAppearance(host: Host): void {
  let appearance = recall();
  const contrast = matchMedia('(prefers-contrast: more)');
  const draw = (): void => {
    for (const [name, value] of Object.entries(toRootAttributes(appearance, contrast.matches))) {
      if (value === null) document.documentElement.removeAttribute(name);
      else document.documentElement.setAttribute(name, value as string);
    }
  };
  const follow = ({ theme, density, dataColors }: AppearanceSettings): void => {
    appearance = { theme, density, dataColors };
    writeKept(key, JSON.stringify(appearance));
    draw();
  };
  draw();
  contrast.addEventListener('change', draw);
  host.on('settingsChanged', follow);
  // Without an answer the page keeps its last look.
  host.call('settings').then(follow, () => undefined);
}

/** The stored appearance; the defaults where there is none, or none that this version knows. */
function recall(): AppearanceSettings {
  const { theme, density, dataColors } = defaultAppearance;
  const kept = parse(readKept(key));
  const known = <Value extends string>(
    name: keyof AppearanceSettings,
    options: readonly Value[],
    other: Value,
  ): Value => options.find((option) => option === kept[name]) ?? other;
  return {
    theme: known('theme', themes, theme),
    density: known('density', densities, density),
    dataColors: known('dataColors', dataColorScales, dataColors),
  };
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
