import type { Formats } from '../format/formats.ts';
import { fileWords } from './count-words.ts';

/** Reading the logs: progress, the folders, and what to do where there are none. */
export function createLogMessages(format: Formats) {
  return {
    scan: {
      starting: 'Iniciando',
      searching: 'Buscando registros',
      scanning: (percent: number): string => `Leyendo registros, ${format.percent(percent)}`,
      live: 'En directo',
      following: 'En directo, leído por otro Fuelgauge',
      paused: 'En pausa',
      failed: 'No lee',
      title: 'Leyendo tus registros',
      progress: 'Leyendo registros',
      percent: (percent: number): string => format.percent(percent),
      filesAndBytes: (filesDone: number, filesTotal: number, bytesDone: number, bytesTotal: number): string =>
        `${format.integer(filesDone)} de ${format.integer(filesTotal)} ${format.plural(filesTotal, fileWords)}, ${format.bytes(bytesDone)} de ${format.bytes(bytesTotal)}`,
      note: 'Las cifras crecen mientras se leen los registros. Nada sale de este equipo.',
    },
    sources: {
      title: 'Dónde busca registros Fuelgauge',
      missing: 'no existe',
      unreadable: 'no se puede leer; revisa sus permisos',
      asleep: 'se vuelve a leer cuando su sistema esté en marcha',
      empty: 'sin registros',
      files: (files: number, bytes: number): string =>
        `${format.integer(files)} ${format.plural(files, fileWords)}, ${format.bytes(bytes)}`,
      noFolder: 'no disponible en este sistema',
      absent: (labels: readonly string[]): string => `No encontrados: ${format.list(labels)}`,
    },
    none: {
      title: 'Aún no se ha encontrado uso',
      text: 'Usa uno de estos agentes y sus cifras aparecerán aquí solas. Si sus registros están en otro sitio, añade esa carpeta.',
      addFolder: 'Añadir una carpeta…',
      rescan: 'Buscar de nuevo',
    },
  };
}
