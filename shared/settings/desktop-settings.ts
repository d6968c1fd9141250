import * as v from 'valibot';
import { defaultDesktopSettings as defaults, trayTexts, trayTextTimes } from './desktop-choices.ts';
import { acceleratorPattern } from './shortcut-keys.ts';

/** What only the desktop app has. What is left out is as by default. */
export const desktopSettingsSchema = v.strictObject({
  shortcut: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(60), v.regex(acceleratorPattern))), defaults.shortcut),
  trayText: v.optional(v.picklist(trayTexts), defaults.trayText),
  trayTextWhen: v.optional(v.picklist(trayTextTimes), defaults.trayTextWhen),
  showsWelcome: v.optional(v.boolean(), defaults.showsWelcome),
});
