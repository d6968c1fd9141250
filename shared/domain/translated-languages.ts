/** The languages besides English, in the order in which the settings offer them. */
export const translatedLanguages = ['fr', 'de', 'es', 'ja', 'zh', 'ar'] as const;
export type TranslatedLanguage = (typeof translatedLanguages)[number];
