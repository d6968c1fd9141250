import {
  defaultDesktopSettings,
  gaugeOpacities,
  trayIconCounts,
  trayTexts,
  trayTextTimes,
} from '../../../../shared/settings/desktop-choices.ts';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import { trayIconColors, type Settings, type SettingsPatch } from '../../../../shared/settings/schema.ts';
import { messages } from '../../../messages.ts';
import { toOptions, type Option } from '../../../ui/options.ts';

const { general, trayAndKeys } = messages.settings;

export const trayColorOptions = toOptions(trayIconColors, general.trayColors);
export const trayTextOptions = toOptions(trayTexts, trayAndKeys.texts);
export const trayCountOptions = toOptions(trayIconCounts, trayAndKeys.iconCounts);
export const trayTimeOptions = toOptions(trayTextTimes, trayAndKeys.times);

/** Percentages as they are stored. */
export const gaugeOpacityOptions: readonly Option<string>[] = gaugeOpacities.map((percent) => ({
  value: String(percent),
  label: messages.format.percent(percent),
}));

/** What the section sets; neither whether the first run is over, nor where the gauge was put. */
export function resetTray({ desktop }: Pick<Settings, 'desktop'>): SettingsPatch {
  const { showsWelcome, gaugePosition } = desktop;
  return {
    desktop: { ...defaultDesktopSettings, showsWelcome, gaugePosition },
    trayIconColor: defaultSettings.trayIconColor,
  };
}
