import type { DifferenceClass } from '../../domain/reconciliation.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { responseWords } from './count-words.ts';

const meanings: Readonly<Record<DifferenceClass, string>> = {
  duplicate: 'recibido más de una vez, contado una sola',
  'not-in-log': 'no está en ningún registro, así que cuenta tal como se recibió',
  'other-root':
    'ningún registro leído aquí tiene la sesión: su registro está en otra carpeta o en otro equipo, o no existe; cuenta tal como se recibió',
  understated: 'un registro tiene menos tokens de estas respuestas, así que cuentan los valores mayores',
  'only-in-log': 'el registro tiene más de lo que se le asoció',
  'not-joined': 'no se puede asociar a una entrada del registro, así que no cuenta',
};

/** The accounts of logs, telemetry and proxies beside each other. */
export function createReconcile(format: Formats): Translation['reconcile'] {
  return {
    classes: {
      duplicate: 'Duplicado',
      'not-in-log': 'Falta en el registro',
      'other-root': 'Registro en otro lugar',
      understated: 'De menos en el registro',
      'only-in-log': 'Solo en el registro',
      'not-joined': 'Sin asociar',
    },
    meaning: (name, kind) => `${name}: ${meanings[kind]}.`,
    label: 'Conciliación por día y modelo',
    day: 'Día',
    model: 'Modelo',
    received: 'Recibido',
    logged: 'Registros',
    difference: 'Diferencia',
    same: 'ninguna',
    part: (name, responses, tokens) =>
      `${name} ${tokens} (${format.integer(responses)} ${format.plural(Math.abs(responses), responseWords)})`,
    price: (amount) => `Precio ${amount}`,
    summary: (explained, open) => `Tokens que difieren: ${explained} con explicación, ${open} sin ella.`,
    note: 'Tokens, medidos. El precio es lo que un proxy cobró por encima del precio de lista; es una estimación.',
    cut: (rows) =>
      `Solo se muestran las ${format.integer(rows)} filas más recientes; una exportación las incluye todas.`,
    none: 'Nada que conciliar en este periodo',
    noneText:
      'Los registros se comparan con la telemetría y con un proxy. «fuelgauge otel install» muestra cómo activar la telemetría; el proxy se indica en los ajustes. «fuelgauge reconcile --csv» compara la exportación de un proveedor.',
    settings: 'Ajustes',
  };
}
