import { resolveLocale, toDirection } from '../../shared/messages/resolve-locale.ts';
import { chromeApi } from './chrome-api.ts';
import { createWords } from './languages.ts';

const locale = resolveLocale('system', [chromeApi.i18n.getUILanguage()]);

/** Every sentence of the extension's pages, in the language of the browser. */
export const messages = createWords(locale);

/** Sets the language and the direction of the page, for the browser and for screen readers. */
export function markLanguage(root: HTMLElement): void {
  root.lang = locale;
  root.dir = toDirection(locale);
}
