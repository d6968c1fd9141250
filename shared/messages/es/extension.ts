import { usDollar } from '../../domain/money.ts';
import type { ExtensionMessages } from '../en/extension.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

const failures = {
  unreachable: 'No se puede conectar con Fuelgauge.',
  'needs-token': 'Fuelgauge pide un token. Escríbelo en las opciones.',
  'wrong-token': 'Fuelgauge no acepta este token. Necesita el ámbito «ingest».',
  off: 'Fuelgauge no está recibiendo. Activa «Recibir datos de la extensión del navegador» en sus ajustes.',
  busy: 'Fuelgauge está ocupado.',
  'too-large': 'Fuelgauge no acepta tantos recuentos a la vez. Mira los límites en sus ajustes.',
  refused: 'Fuelgauge no aceptó los recuentos.',
};

/** The browser extension: its popup, its options and what a store says of it. */
export function createExtension(format: Formats): ExtensionMessages {
  const { ago, duration } = createUnits(format);
  /** An estimate; of the smallest amounts only the bound is known anyway. */
  const cost = (costMicroUsd: number | null): string => {
    if (costMicroUsd === null) return '–';
    const amount = format.money(costMicroUsd, usDollar);
    return amount.startsWith('<') ? amount : `~${amount}`;
  };
  return {
    name: 'Fuelgauge',
    description:
      'Mide el tiempo en sitios de IA y cuenta las solicitudes a API de IA, para Fuelgauge en este equipo. Nada más sale de aquí.',
    today: 'Hoy en sitios de IA',
    duration,
    cost,
    sum: (activeMs, costMicroUsd) => `${duration(activeMs)}, ${cost(costMicroUsd)}`,
    visits: (count) => `${format.integer(count)} ${format.plural(count, { one: 'visita', other: 'visitas' })}`,
    nothing: 'Hoy no ha estado en primer plano ningún sitio de la lista.',
    requests: (count) =>
      `${format.integer(count)} ${format.plural(count, { one: 'solicitud', other: 'solicitudes' })} a API de IA`,
    guess: 'Los costes son estimaciones: tiempo activo por una tarifa por hora.',
    sending(sending, waiting, nowMs) {
      const waits =
        waiting === 0
          ? ''
          : ` ${format.integer(waiting)} ${format.plural(waiting, { one: 'recuento espera', other: 'recuentos esperan' })} a ser enviado${waiting === 1 ? '' : 's'}.`;
      if (sending.failure !== null) return failures[sending.failure] + waits;
      const sent =
        sending.sentAtMs === null ? 'Aún no se ha enviado nada.' : `Enviado ${ago(nowMs - sending.sentAtMs)}.`;
      return sent + waits;
    },
    options: 'Opciones',
    privacy:
      'Se cuenta cuánto tiempo y cuántas veces está en primer plano un sitio de IA de la lista, y cuántas solicitudes van a diez API de IA. No se leen las páginas ni se guardan direcciones completas. Los recuentos van a Fuelgauge en este equipo y a ningún otro sitio.',
    address: 'Dirección de Fuelgauge en este equipo',
    badAddress: 'Escribe una dirección de este equipo, como http://127.0.0.1:8377.',
    token: 'Token',
    tokenHint: 'Ejecuta «fuelgauge token create browser --scope ingest» y pega lo que muestre.',
    save: 'Guardar',
    ownSites: (domains) => `Tus propios sitios aún no se cuentan aquí: ${domains.join(', ')}.`,
    allow: 'Permitir estos sitios',
  };
}
