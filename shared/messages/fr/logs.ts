import type { Formats } from '../format/formats.ts';
import { fileWords } from './count-words.ts';

/** Reading the logs: progress, the folders, and what to do where there are none. */
export function createLogMessages(format: Formats) {
  return {
    scan: {
      starting: 'Démarrage',
      searching: 'Recherche des journaux',
      scanning: (percent: number): string => `Lecture des journaux, ${format.percent(percent)}`,
      live: 'En direct',
      following: 'En direct, lu par un autre Fuelgauge',
      paused: 'En pause',
      failed: 'Ne lit pas',
      title: 'Lecture de vos journaux',
      progress: 'Lecture des journaux',
      percent: (percent: number): string => format.percent(percent),
      filesAndBytes: (filesDone: number, filesTotal: number, bytesDone: number, bytesTotal: number): string =>
        `${format.integer(filesDone)} sur ${format.integer(filesTotal)} ${format.plural(filesTotal, fileWords)}, ${format.bytes(bytesDone)} sur ${format.bytes(bytesTotal)}`,
      note: 'Les chiffres augmentent pendant la lecture des journaux. Rien ne quitte cet ordinateur.',
    },
    sources: {
      title: 'Où Fuelgauge cherche des journaux',
      missing: 'absent',
      unreadable: 'illisible ; vérifiez ses droits',
      asleep: 'relu quand son système tourne',
      empty: 'aucun journal',
      files: (files: number, bytes: number): string =>
        `${format.integer(files)} ${format.plural(files, fileWords)}, ${format.bytes(bytes)}`,
      noFolder: 'indisponible sur ce système',
      absent: (labels: readonly string[]): string => `Introuvables : ${format.list(labels)}`,
    },
    none: {
      title: 'Aucune utilisation trouvée pour l’instant',
      text: 'Utilisez l’un de ces agents, et ses chiffres apparaissent ici d’eux-mêmes. Si ses journaux sont ailleurs, ajoutez ce dossier.',
      addFolder: 'Ajouter un dossier…',
      rescan: 'Rechercher à nouveau',
    },
  };
}
