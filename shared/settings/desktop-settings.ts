import * as v from 'valibot';
import { defaultDesktopSettings as defaults, trayIconCounts, trayTexts, trayTextTimes } from './desktop-choices.ts';
import { acceleratorPattern } from './shortcut-keys.ts';

/** Beyond any arrangement of displays. */
const coordinate = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));

/** Settings of the desktop app alone. Omitted members have their defaults. */
export const desktopSettingsSchema = v.strictObject({
  shortcut: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(60), v.regex(acceleratorPattern))), defaults.shortcut),
  trayText: v.optional(v.picklist(trayTexts), defaults.trayText),
  trayTextWhen: v.optional(v.picklist(trayTextTimes), defaults.trayTextWhen),
  trayIcons: v.optional(v.picklist(trayIconCounts), defaults.trayIcons),
  showsWelcome: v.optional(v.boolean(), defaults.showsWelcome),
  gauge: v.optional(v.boolean(), defaults.gauge),
  gaugeOpacityPercent: v.optional(v.pipe(v.number(), v.minValue(30), v.maxValue(100)), defaults.gaugeOpacityPercent),
  gaugePosition: v.optional(v.nullable(v.strictObject({ x: coordinate, y: coordinate })), defaults.gaugePosition),
});
