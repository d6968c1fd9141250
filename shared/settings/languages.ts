/** The choices of language for windows, tray and notifications. Without a schema; see appearance-choices.ts. */
export const languageChoices = ['system', 'en', 'fr', 'de', 'es', 'ja', 'zh', 'ar'] as const;
