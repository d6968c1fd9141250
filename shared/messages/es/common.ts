import type { Translation } from '../translation.ts';

export const common: Translation['common'] = {
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
  apiEquivalentCost: 'Coste equivalente API',
  noCostKnown: 'No se conoce ningún coste',
  tryAgain: 'Reintentar',
  noAnswer: 'Fuelgauge no responde.',
  severity: { warning: 'Advertencia', error: 'Error', critical: 'Crítico' },
  on: 'Activado',
  off: 'Desactivado',
};
