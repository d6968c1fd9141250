/** Words for what is counted, by plural form. */
export const fileWords = { one: 'file', other: 'files' };
export const responseWords = { one: 'response', other: 'responses' };
export const tokenWords = { one: 'token', other: 'tokens' };
export const timeWords = { one: 'time', other: 'times' };
export const processWords = { one: 'process', other: 'processes' };
export const logWords = { one: 'log', other: 'logs' };
