/** Words for what is counted, by plural form. */
export const tokenWords = { one: 'token', other: 'tokens' };
export const responseWords = { one: 'réponse', other: 'réponses' };
export const fileWords = { one: 'fichier', other: 'fichiers' };
