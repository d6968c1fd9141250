/** Words for what is counted, by plural form. */
export const tokenWords = { one: 'token', other: 'tokens' };
export const responseWords = { one: 'réponse', other: 'réponses' };
export const fileWords = { one: 'fichier', other: 'fichiers' };
export const dayWords = { one: 'jour', other: 'jours' };
export const timeWords = { one: 'fois', other: 'fois' };
