import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { responseWords, tokenWords } from './count-words.ts';
import { createJoiners } from '../join-parts.ts';

/** How many names a list shows before it only counts. */
const maxNames = 5;

/** Words that several surfaces share. */
export function createCommon(format: Formats): Translation['common'] {
  return {
    provenance: {
      official: { label: 'oficial', title: 'Comunicado por el proveedor.' },
      measured: { label: 'medido', title: 'Sumado a partir de los registros de este equipo.' },
      estimated: { label: 'estimado', title: 'Estimado con los registros; el proveedor no publica esta cifra.' },
      stale: { label: 'antiguo', title: 'El proveedor lo comunicó hace un tiempo; puede haber cambiado.' },
      unknown: { label: 'desconocido', title: 'Se desconoce.' },
    },
    unknown: 'Se desconoce',
    noProjectReason: 'El registro no dice en qué carpeta se ejecutó.',
    spoken: (word) => `${word}: `,
    noProject: 'Sin proyecto',
    apiEquivalentCost: 'Coste equivalente en API',
    noCostKnown: 'No se conoce ningún coste',
    tryAgain: 'Reintentar',
    noAnswer: 'Fuelgauge no responde.',
    unknownAgent: (name) =>
      `Fuelgauge no conoce ningún agente llamado «${name}». Comprueba el enlace; si procede de una versión más reciente, actualiza Fuelgauge.`,
    severity: { warning: 'Advertencia', error: 'Error', critical: 'Crítico' },
    subagents: (count) => `${format.integer(count)} ${format.plural(count, { one: 'subagente', other: 'subagentes' })}`,
    unnamedSubagents: 'subagentes sin nombre en el registro',
    on: 'Activado',
    off: 'Desactivado',
    tokens: (count) => `${format.integer(count)} ${format.plural(count, tokenWords)}`,
    tokensInResponses: (tokens, responses) =>
      `${format.integer(tokens)} ${format.plural(tokens, tokenWords)} en ` +
      `${format.integer(responses)} ${format.plural(responses, responseWords)}`,
    ...createJoiners(),
    someOf(names) {
      const first = names.slice(0, maxNames).map(cleanText);
      const more = names.length - maxNames;
      return format.list(more <= 0 ? first : [...first, `${format.integer(more)} más`]);
    },
    evenUseMark: (percent) =>
      `La marca indica el tiempo transcurrido (${format.percent(percent)}): con un uso constante, la barra llegaría hasta ella.`,
  };
}
