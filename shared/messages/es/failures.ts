import type { ProbeFailure, ReadFailure } from '../../domain/failures.ts';

const readFailures: Readonly<Record<Exclude<ReadFailure, `error:${string}`>, string>> = {
  'no-permission': 'sin permiso de lectura',
  'link-loop': 'sus enlaces forman un bucle',
  'parent-not-a-folder': 'una parte de su ruta no es una carpeta',
  'is-a-folder': 'es una carpeta, no un archivo',
  'other-file-system': 'su enlace lleva a otro disco; añade esa carpeta en los ajustes',
  'special-file-system': 'no es una carpeta normal: el sistema genera su contenido',
  'damaged-database': 'está dañado o no es una base de datos',
  'incomplete-json': 'no es JSON completo',
  'too-large': 'es demasiado grande para leerlo',
  'not-a-file': 'no es un archivo normal',
  'too-deep': 'tiene demasiados niveles',
  locked: 'otro programa lo ha bloqueado',
  'too-many-open-files': 'hay demasiados archivos abiertos',
  'disk-error': 'el disco no pudo leerlo',
  'path-too-long': 'su ruta es demasiado larga',
  'damaged-compression': 'sus datos comprimidos están dañados',
  'unknown-source': 'no pertenece a ningún agente conocido',
  unknown: 'se desconoce el motivo',
};

/** Why a record was skipped, where it is the same for every agent; their own reasons are in `DoctorReport`. */
export const skipReasons: Readonly<Record<string, string>> = {
  'not-json': 'no es JSON',
  'not-a-record': 'no es una entrada',
  'no-timestamp': 'sin fecha',
  'no-model': 'sin modelo',
  'bad-usage': 'con números imposibles',
  'empty-usage': 'sin uso',
  'bad-limit': 'límites con valores imposibles',
  'not-joined': 'telemetría que nada une al registro; «fuelgauge reconcile» la compara',
};

/** Why a file or folder could not be read, as a clause. */
export function describeReadFailure(failure: ReadFailure): string {
  if (failure in readFailures) return readFailures[failure as keyof typeof readFailures];
  return `el sistema indica ${failure.replace('error:', '')}`;
}

/** Why the processes could not be listed, as a clause. */
export function describeProbeFailure(failure: ProbeFailure): string {
  switch (failure.kind) {
    case 'cannot-run':
      return `no se pudo ejecutar ${failure.program}`;
    case 'unreadable-output':
      return `no se entendió la salida de ${failure.program}`;
    case 'failed':
      return `${failure.program} falló con el código ${failure.exitCode}`;
    case 'timed-out':
      return `${failure.program} no terminó en ${Math.round(failure.timeoutMs / 1_000)} segundos`;
    case 'other':
      return failure.detail;
  }
}
