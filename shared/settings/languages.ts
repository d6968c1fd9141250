import { translatedLanguages } from '../domain/translated-languages.ts';

/** The choices of language for windows, tray and notifications. Without a schema; see appearance-choices.ts. */
export const languageChoices = ['system', 'en', ...translatedLanguages] as const;
