import type { ProbeFailure, ReadFailure } from '../../domain/failures.ts';

const readFailures: Readonly<Record<Exclude<ReadFailure, `error:${string}`>, string>> = {
  'no-permission': 'es fehlt das Leserecht',
  'link-loop': 'seine Links bilden einen Kreis',
  'parent-not-a-folder': 'ein Teil des Pfads ist kein Ordner',
  'is-a-folder': 'es ist ein Ordner, keine Datei',
  'other-file-system': 'sein Link führt auf einen anderen Datenträger; füge den Zielordner in den Einstellungen hinzu',
  'special-file-system': 'es ist kein gewöhnlicher Ordner: Das System erzeugt seinen Inhalt',
  'damaged-database': 'es ist beschädigt oder keine Datenbank',
  'incomplete-json': 'es ist kein vollständiges JSON',
  'too-large': 'es ist zu groß zum Lesen',
  'not-a-file': 'es ist keine reguläre Datei',
  'too-deep': 'es ist zu tief verschachtelt',
  locked: 'ein anderes Programm hat es gesperrt',
  'too-many-open-files': 'zu viele Dateien sind offen',
  'disk-error': 'der Datenträger konnte es nicht lesen',
  'path-too-long': 'sein Pfad ist zu lang',
  'damaged-compression': 'seine komprimierten Daten sind beschädigt',
  'unknown-source': 'es gehört zu keinem bekannten Agenten',
  unknown: 'der Grund ist nicht bekannt',
};

/** Why a record was skipped, where it is the same for every agent; their own reasons are in `DoctorReport`. */
export const skipReasons: Readonly<Record<string, string>> = {
  'not-json': 'kein JSON',
  'not-a-record': 'kein Datensatz',
  'no-timestamp': 'ohne Zeitpunkt',
  'no-model': 'ohne Modell',
  'bad-usage': 'mit unmöglichen Zahlen',
  'empty-usage': 'ohne Verbrauch',
  'bad-limit': 'Limits mit unmöglichen Werten',
  'not-joined': 'Telemetrie, die sich keinem Log zuordnen lässt; „fuelgauge reconcile“ vergleicht sie',
};

/** Why a file or folder could not be read, as a clause. */
export function describeReadFailure(failure: ReadFailure): string {
  if (failure in readFailures) return readFailures[failure as keyof typeof readFailures];
  return `das System meldet ${failure.replace('error:', '')}`;
}

/** Why the processes could not be listed, as a clause. */
export function describeProbeFailure(failure: ProbeFailure): string {
  switch (failure.kind) {
    case 'cannot-run':
      return `${failure.program} konnte nicht ausgeführt werden`;
    case 'unreadable-output':
      return `die Ausgabe von ${failure.program} war nicht zu verstehen`;
    case 'failed':
      return `${failure.program} endete mit Exit-Code ${failure.exitCode}`;
    case 'timed-out':
      return `${failure.program} wurde nicht innerhalb von ${Math.round(failure.timeoutMs / 1_000)} Sekunden fertig`;
    case 'other':
      return failure.detail;
  }
}
