import type { DayKey } from '../../domain/calendar-day.ts';
import type { Formats } from '../format/formats.ts';
import { activityCategoryNames } from './activity-words.ts';

/** What can be switched on, in the order of the settings. */
const switches = {
  sites: 'Sitios de IA en el historial del navegador',
  apps: 'Tiempo con apps de IA',
  commands: 'Herramientas de IA en shells',
  receiver: 'Recibir datos de la extensión del navegador',
  unpairedExtension: 'Permitir envíos de una extensión sin token',
};

const hints: Readonly<Record<keyof typeof switches, string>> = {
  sites: 'Lee cada 15 minutos una copia del historial de tus navegadores, y solo las visitas a los sitios de la lista.',
  apps: 'Mira cada 5 segundos qué ventana está al frente y cuenta cuánto tiempo fue una app de la lista. Los títulos no se leen.',
  commands:
    'Cuenta cuántas veces se llaman herramientas de IA en el historial de tus shells y cuánto se ejecutan. Los comandos no se guardan.',
  receiver:
    'Mientras el servidor está en marcha (véase «Servidor web»), recibe el tiempo activo y las visitas a los sitios de la lista. Vincula la extensión con un token: «fuelgauge token create browser --scope ingest».',
  unpairedExtension:
    'Para la extensión de ai-cost-observer, que no tiene token. Cualquier extensión de un navegador de este equipo podrá entonces enviar recuentos.',
};

/** The settings about the use of AI sites, apps and tools. */
export function createActivitySettingsMessages(format: Formats) {
  const hourly = (usdPerHour: number): string => `${format.price(usdPerHour)} por hora`;
  return {
    title: 'Sitios, apps y herramientas de IA',
    privacy:
      'Todo esto está desactivado hasta que lo actives, y se queda en este equipo. Solo se guardan números: tiempo, visitas y llamadas, por sitio, app o herramienta. Ni direcciones, ni títulos, ni comandos, ni lo que escribes. Lo ya registrado se conserva al desactivarlo.',
    switches,
    hints,
    categories: activityCategoryNames,
    category: 'Tipo de uso',
    name: 'Nombre',
    rate: 'Dólares estadounidenses por hora',
    ownSites: 'Otros sitios',
    ownSitesHint: 'Un dominio vale para todo lo que cuelga de él. Puede seguir una ruta: example.com/chat.',
    domain: 'Dominio',
    addSite: 'Añadir sitio',
    ownApps: 'Otras apps',
    ownAppsHint: 'Escribe el nombre del ejecutable, la clase de ventana o el identificador del paquete.',
    executable: 'Nombre del programa',
    addApp: 'Añadir app',
    rates: 'Tarifas por hora',
    ratesHint: (day: DayKey | null): string =>
      'Lo que se supone que cuesta una hora de uso. Son estimaciones aproximadas, no precios' +
      (day === null ? '.' : `, a ${format.day(day)}.`),
    rateOf: 'Tarifa de',
    addRate: 'Fijar tarifa',
    ownRate: (usdPerHour: number, listedUsdPerHour: number | null): string =>
      `${hourly(usdPerHour)}, tu propia estimación${listedUsdPerHour === null ? '' : ` (si no, ${hourly(listedUsdPerHour)})`}`,
    describe: (category: string, usdPerHour: number): string => `${category}, unos ${hourly(usdPerHour)}`,
    entry: (label: string, name: string, usdPerHour: number | null): string =>
      `${label} (${name})${usdPerHour === null ? '' : `: ${hourly(usdPerHour)}`}`,
    forget: {
      label: 'Borrar la actividad registrada',
      hint: 'Borra todo el tiempo, las visitas y las llamadas registradas de sitios, apps, herramientas y API desde el principio. Lo que usaron tus agentes se conserva.',
      button: 'Borrar…',
      question: '¿Borrar todo lo registrado de sitios, apps, herramientas y API? No se puede deshacer.',
      confirm: 'Borrar',
      cancel: 'Cancelar',
      outcome: {
        done: 'Borrado. Lo que está activado se vuelve a registrar desde ahora.',
        ordered: 'El Fuelgauge que escribe en la base de datos lo borrará en menos de medio minuto.',
        'not-written': 'No se borró nada: Fuelgauge no puede escribir en su carpeta de datos.',
      },
    },
    badDomain: 'Escribe un dominio como example.com, sin http.',
    badRate: 'Escribe dólares estadounidenses por hora, como 0,5.',
    nameMissing: 'Escribe un nombre.',
    known: 'Ya está en la lista.',
    tooMany: (count: number): string => `La lista admite ${format.integer(count)} entradas.`,
  };
}
