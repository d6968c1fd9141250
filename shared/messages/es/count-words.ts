/** Words for what is counted, by plural form. */
export const tokenWords = { one: 'token', other: 'tokens' };
export const responseWords = { one: 'respuesta', other: 'respuestas' };
export const fileWords = { one: 'archivo', other: 'archivos' };
export const processWords = { one: 'proceso', other: 'procesos' };
