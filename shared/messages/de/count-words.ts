/** Words for what is counted, by plural form. */
export const tokenWords = { one: 'Token', other: 'Tokens' };
export const responseWords = { one: 'Antwort', other: 'Antworten' };
export const fileWords = { one: 'Datei', other: 'Dateien' };
export const processWords = { one: 'Prozess', other: 'Prozesse' };
export const dayWords = { one: 'Tag', other: 'Tage' };
export const timeWords = { one: 'Mal', other: 'Mal' };
