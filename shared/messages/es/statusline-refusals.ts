import type { StatuslineRefusal } from '../../domain/statusline-install.ts';

const refusals: Readonly<Record<StatuslineRefusal, string>> = {
  'not-json': 'Los ajustes no son un objeto JSON válido. Corrige el archivo e inténtalo de nuevo.',
  'not-understood': 'La línea de estado de los ajustes tiene una forma que Fuelgauge no conoce, así que no se tocó.',
  'read-only': 'El archivo de ajustes es de solo lectura. Permite escribir en él e inténtalo de nuevo.',
  'not-readable': 'El archivo de ajustes no se puede leer como texto.',
  'not-written': 'No se pudo escribir el archivo. No se cambió nada.',
  changed: 'Los ajustes cambiaron en ese mismo momento. No se escribió nada; inténtalo de nuevo.',
  'no-program': 'En el PATH no hay ni Node 20 o posterior ni un comando fuelgauge que pueda dibujar la línea.',
  'not-installed': 'Esta línea de estado no está instalada, así que no hay nada que quitar.',
  elsewhere:
    'Otra instalación de Fuelgauge ha puesto su línea de estado. Desinstálala allí o usa --replace para tomar su lugar.',
  unavailable: 'La línea de estado no se puede gestionar desde aquí.',
};

/** Why the status line was not changed. */
export const describeStatuslineRefusal = (refusal: StatuslineRefusal): string => refusals[refusal];
