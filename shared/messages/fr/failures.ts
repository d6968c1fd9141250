import type { ProbeFailure, ReadFailure } from '../../domain/failures.ts';

const readFailures: Readonly<Record<Exclude<ReadFailure, `error:${string}`>, string>> = {
  'no-permission': 'pas de droit de lecture',
  'link-loop': 'ses liens forment une boucle',
  'parent-not-a-folder': 'une partie de son chemin n’est pas un dossier',
  'is-a-folder': 'c’est un dossier, pas un fichier',
  'other-file-system': 'son lien mène à un autre disque ; ajoutez ce dossier dans les réglages',
  'special-file-system': 'ce n’est pas un dossier ordinaire : le système en génère le contenu',
  'damaged-database': 'endommagé, ou pas une base de données',
  'incomplete-json': 'le JSON est incomplet',
  'too-large': 'trop gros pour être lu',
  'not-a-file': 'ce n’est pas un fichier ordinaire',
  'too-deep': 'l’imbrication est trop profonde',
  locked: 'un autre programme l’a verrouillé',
  'too-many-open-files': 'trop de fichiers sont ouverts',
  'disk-error': 'le disque n’a pas pu le lire',
  'path-too-long': 'son chemin est trop long',
  'damaged-compression': 'ses données compressées sont endommagées',
  'unknown-source': 'il n’appartient à aucun agent connu',
  unknown: 'la raison est inconnue',
};

/** Why a record was skipped, where it is the same for every agent; their own reasons are in `DoctorReport`. */
export const skipReasons: Readonly<Record<string, string>> = {
  'not-json': 'pas du JSON',
  'not-a-record': 'pas un enregistrement',
  'no-timestamp': 'sans date',
  'no-model': 'sans modèle',
  'bad-usage': 'avec des nombres impossibles',
  'empty-usage': 'sans utilisation',
  'bad-limit': 'limites aux valeurs impossibles',
  'not-joined': 'télémétrie que rien ne relie au journal ; « fuelgauge reconcile » la compare',
};

/** Why a file or folder could not be read, as a clause. */
export function describeReadFailure(failure: ReadFailure): string {
  if (failure in readFailures) return readFailures[failure as keyof typeof readFailures];
  return `le système signale ${failure.replace('error:', '')}`;
}

/** Why the processes could not be listed, as a clause. */
export function describeProbeFailure(failure: ProbeFailure): string {
  switch (failure.kind) {
    case 'cannot-run':
      return `${failure.program} n’a pas pu être lancé`;
    case 'unreadable-output':
      return `la sortie de ${failure.program} n’a pas pu être comprise`;
    case 'failed':
      return `${failure.program} a échoué avec le code ${failure.exitCode}`;
    case 'timed-out':
      return `${failure.program} n’a pas fini en ${Math.round(failure.timeoutMs / 1_000)} secondes`;
    case 'other':
      return failure.detail;
  }
}
