/** Words for what is counted, by plural form. */
export const fileWords = { one: 'file', other: 'files' };
export const responseWords = { one: 'response', other: 'responses' };
