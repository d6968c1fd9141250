/** Words for what is counted, by plural form. */
export const tokenWords = { one: 'token', other: 'tokens' };
export const responseWords = { one: 'respuesta', other: 'respuestas' };
export const fileWords = { one: 'archivo', other: 'archivos' };
export const processWords = { one: 'proceso', other: 'procesos' };
export const dayWords = { one: 'día', other: 'días' };
export const timeWords = { one: 'vez', other: 'veces' };
export const logWords = { one: 'registro', other: 'registros' };
