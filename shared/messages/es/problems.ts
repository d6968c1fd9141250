import { dayMs } from '../../domain/instant.ts';
import type { StoreFailure } from '../../domain/failures.ts';
import type { ProblemId, ProblemParameters, SalvageOutcome, SettingComplaint } from '../../domain/problem.ts';
import type { Formats } from '../format/formats.ts';
import { describeStoredValue } from './calls.ts';
import { describeChannelFailure } from './channels.ts';
import { describeProbeFailure, describeReadFailure } from './failures.ts';
import { logWords } from './count-words.ts';

/** When names in the ledger are encrypted. */
const keyMessages = {
  'ledger-locked': ({ folder, hasKey }) =>
    `Los nombres de la base de datos en ${folder} están cifrados, y ${hasKey ? 'la clave definida no es la suya' : 'su clave no está definida'}. No se ha perdido nada: se muestran los totales, se ocultan los nombres y no se leen registros hasta que FUELGAUGE_DB_KEY o el llavero tengan la clave correcta.`,
  'ledger-key': ({ reason }) =>
    reason === 'invalid'
      ? 'FUELGAUGE_DB_KEY no es una clave, así que no se escribe nada. Son 32 bytes aleatorios en base64 o en dígitos hexadecimales, como los que da openssl rand -base64 32.'
      : 'FUELGAUGE_DB_KEY no está definido, así que no se escribe nada. Dale lo que muestra openssl rand -base64 32 y guárdalo; o none, para guardar sin cifrar los nombres de proyectos y ramas.',
} satisfies { readonly [Id in ProblemId]?: (parameters: ProblemParameters[Id]) => string };

/** For every kind of problem one or two sentences: what happened and what to do. */
export function createProblemMessages(format: Formats) {
  return {
    ...createReplacementMessages(format),
    ...keyMessages,
    'ledger-write': ({ folder, failure }) => describeStoreFailure(failure, folder, true),

    'ledger-read-only': ({ folder }) =>
      `Fuelgauge no puede escribir en ${folder}, así que muestra lo que tiene la base de datos y no lee registros. Permite escribir en esa carpeta o elige otra carpeta de datos.`,
    'ledger-busy': ({ folder }) => `Otro Fuelgauge ya está escribiendo en la base de datos de ${folder}.`,
    'ledger-missing': ({ folder }) => `Aún no hay ninguna base de datos en ${folder}.`,
    'ledger-too-new': ({ folder }) =>
      `La base de datos en ${folder} es de una versión más nueva de Fuelgauge. Actualiza este Fuelgauge.`,
    'ledger-too-old': ({ folder }) =>
      `Una versión anterior de Fuelgauge está escribiendo en la base de datos de ${folder}. Ciérrala o actualízala e inténtalo de nuevo.`,
    'ledger-damaged': ({ folder }) => `La base de datos en ${folder} está dañada.`,
    'ledger-unusable': ({ folder, failure }) => describeStoreFailure(failure, folder, false),
    'no-sqlite': ({ minNodeVersion }) =>
      `Esta versión de Node no tiene SQLite. Fuelgauge necesita Node ${minNodeVersion} o posterior.`,
    'home-missing': ({ folder }) => `La carpeta ${folder}, indicada con --home, no existe.`,
    'engine-stopped': ({ detail }) =>
      `Fuelgauge dejó de leer los registros por un error${detail === null ? '' : ` (${detail})`}. Si en cinco minutos no vuelve a leerlos por sí solo, reinícialo; su archivo de registro tiene los detalles.`,

    'expiring-logs': ({ sourceLabel, logs, deletesAtMs, cause }, nowMs) =>
      `${sourceLabel} eliminará ${format.integer(logs)} ${format.plural(logs, logWords)} sin leer ${describeDeadline(deletesAtMs - nowMs, format)}. ${remedies[cause]}`,
    'still-reading': ({ bytesLeft }) =>
      `Otro Fuelgauge sigue leyendo los registros (quedan ${format.bytes(bytesLeft)}), así que estas cifras están incompletas.`,
    'unreadable-logs': ({ path, reason, more }) =>
      `No se pudo leer ${path}: ${describeReadFailure(reason)}. ` +
      (more === 0
        ? 'Falta su uso.'
        : `Falta su uso y el de ${format.integer(more)} ${format.plural(more, logWords)} más; «fuelgauge doctor» los enumera todos.`),
    'alert-channel': ({ channel, failure }) =>
      `El canal «${channel}» no pudo entregar una alerta. ${describeChannelFailure(failure)}`,
    processes: ({ failure }) => `No se pueden mostrar los agentes en marcha: ${describeProbeFailure(failure)}.`,
    'own-cpu': ({ percent, budgetPercent }) =>
      `El propio Fuelgauge usó el ${format.precisePercent(percent)} de un núcleo en la última hora; debería quedar por debajo del ${format.precisePercent(budgetPercent)}. Una actualización menos frecuente, en los ajustes, lo reduce.`,
    'own-memory': ({ megabytes, budgetMegabytes }) =>
      `El propio Fuelgauge ocupa ${format.integer(megabytes)} MB de memoria sin ninguna ventana abierta; debería quedar por debajo de ${format.integer(budgetMegabytes)} MB. Ciérralo y vuelve a abrirlo para liberarla e informa del problema, por favor.`,

    'server-not-started': ({ detail }) => `El servidor web está activado, pero no funciona. ${detail}`,
    'statusline-removed': ({ file }) =>
      `Algo ajeno a Fuelgauge quitó su línea de estado de ${file}. Para volver a añadirla: fuelgauge statusline install. Para quitarla del todo: fuelgauge statusline uninstall.`,

    'settings-values': ({ complaints }) =>
      `settings.json tiene ${format.plural(complaints.length, { one: 'un valor que no se puede', other: 'valores que no se pueden' })} usar: ${complaints.map(describeComplaint).join('; ')}. En su lugar ${format.plural(complaints.length, { one: 'se aplica el valor predeterminado', other: 'se aplican los valores predeterminados' })}.`,
    'settings-invalid': ({ file, setAsideName }) =>
      setAsideName === null
        ? `${file} no es JSON válido, así que se aplican los valores predeterminados hasta que la app lo repare.`
        : `${file} no es JSON válido, así que se aplican los valores predeterminados; el archivo anterior se conservó como ${setAsideName}.`,
    'settings-unreadable': ({ file }) => `No se puede leer ${file}, así que se aplican los valores predeterminados.`,
    'settings-not-applied': ({ file }) =>
      `${file} contiene algo que no se puede usar, así que siguen valiendo los ajustes anteriores. «fuelgauge config check» dice qué es.`,
    'settings-unusable': ({ file }) =>
      `${file} no se puede leer ni reemplazar, así que los cambios en los ajustes se pierden al cerrar Fuelgauge.`,
    ...desktopProblems,
  } satisfies { readonly [Id in ProblemId]: (parameters: ProblemParameters[Id], nowMs: number) => string };
}

/** What happened to a ledger's file, and where its contents are now. */
function createReplacementMessages(format: Formats) {
  return {
    'ledger-corrupt': ({ setAsidePath, salvage }) =>
      `La base de datos estaba dañada, así que se empezó una nueva; el archivo anterior se conservó como ${setAsidePath}. ${describeSalvage(salvage, format)} Los registros que aún existen se están leyendo de nuevo.`,
    'ledger-newer': ({ setAsidePath }) =>
      `La base de datos es de una versión más nueva de Fuelgauge y se conservó como ${setAsidePath}. Esa versión la recuperará; hasta entonces, esta solo cuenta los registros que aún existen.`,
    'ledger-put-back': ({ setAsidePath }) =>
      setAsidePath === null
        ? 'La base de datos, o el registro de sus últimos cambios, se eliminó mientras Fuelgauge funcionaba. Se volvió a escribir todo.'
        : `Otro archivo ocupó el lugar de la base de datos mientras Fuelgauge funcionaba. La base de datos se volvió a escribir y el otro archivo se conservó como ${setAsidePath}. Para usar ese, cierra Fuelgauge antes de reemplazar la base de datos.`,
    'ledger-overwritten': ({ setAsidePath, rebuiltFrom, copyAgeHours }) =>
      `Otro programa escribió en la base de datos mientras Fuelgauge funcionaba. Se reconstruyó a partir de ${describeSources(rebuiltFrom, copyAgeHours, format)} Lo que se escribió allí se conservó como ${setAsidePath}. Para usar otra base de datos, cierra Fuelgauge antes de reemplazar esta.`,
    'ledger-restored-in-part': ({ keptPath }) =>
      `Una base de datos apartada se volvió a añadir a esta, salvo sus sumas de respuestas antiguas, que no se pudieron leer. Se conservó como ${keptPath}.`,
    'ledger-restore-failed': ({ path, detail }) =>
      `No se pudo añadir a esta una base de datos apartada: ${detail}. Sigue en ${path}.`,
  } satisfies { readonly [Id in ProblemId]?: (parameters: ProblemParameters[Id]) => string };
}

/** What the desktop does not let the app show. */
const desktopProblems = {
  notifications: ({ cause }: ProblemParameters['notifications']) =>
    cause === 'no-notify-send'
      ? 'No se pueden mostrar notificaciones porque falta el programa notify-send. Instala libnotify.'
      : 'El sistema se negó a mostrar una notificación. Las alertas siguen apareciendo aquí.',
  'no-tray': () =>
    'Este escritorio no muestra iconos en la bandeja. En GNOME, instala la extensión AppIndicator. Hasta entonces, vuelve a iniciar Fuelgauge para abrirlo.',
  'tray-hidden': () =>
    'macOS oculta el icono de Fuelgauge en la barra de menús: la barra está llena, o el icono está desactivado en Ajustes del Sistema, en Barra de menús. Para abrir Fuelgauge sin él, inícialo de nuevo desde el Finder o Spotlight.',
  'shortcut-taken': ({ keys }: ProblemParameters['shortcut-taken']) =>
    `${keys} no abre Fuelgauge: otro programa o el sistema ya usa esas teclas. Elige otras en los ajustes.`,
};

const remedies: Readonly<Record<ProblemParameters['expiring-logs']['cause'], string>> = {
  paused: 'Reanuda la supervisión para conservar su uso.',
  failing: 'Soluciona el problema de la base de datos para conservar su uso.',
  unreadable: '«fuelgauge doctor» enumera lo que no se puede leer; haz que se pueda para conservar su uso.',
};

function describeDeadline(leftMs: number, format: Formats): string {
  if (leftMs <= 0) return 'la próxima vez que se inicie';
  const daysLeft = Math.floor(leftMs / dayMs);
  if (daysLeft === 0) return 'en menos de un día';
  return `en ${format.integer(daysLeft)} ${format.plural(daysLeft, { one: 'día', other: 'días' })}`;
}

function describeSalvage(salvage: SalvageOutcome | null, format: Formats): string {
  if (salvage === null) return 'No se pudo leer nada de ella.';
  const { carriedOver, lost, hasRollups } = salvage;
  const kept = `Se ${format.plural(carriedOver, { one: 'conservó', other: 'conservaron' })} ${format.integer(carriedOver)} ${format.plural(carriedOver, { one: 'respuesta', other: 'respuestas' })}`;
  if (!hasRollups) return `${kept}; no se pudieron leer sus sumas de respuestas antiguas.`;
  if (lost === null) return `${kept}; se desconoce cuántas se perdieron.`;
  return lost === 0 ? `${kept}.` : `${kept}; ilegibles: ${format.integer(lost)}.`;
}

/** Where a rebuilt ledger comes from, and what may be missing from it. */
function describeSources(
  rebuiltFrom: ProblemParameters['ledger-overwritten']['rebuiltFrom'],
  copyAgeHours: number | null,
  format: Formats,
): string {
  const age = copyAgeHours ?? 0;
  const copy = `su copia de hace ${format.integer(age)} ${format.plural(age, { one: 'hora', other: 'horas' })}`;
  const unless = 'falta si sus registros ya no existen';
  switch (rebuiltFrom) {
    case 'memory':
      return `lo que Fuelgauge aún tenía de ella y de los registros. El resto del uso ${unless}.`;
    case 'memory-and-copy':
      return `lo que Fuelgauge aún tenía de ella, de ${copy} y de los registros. El uso desde esa copia puede faltar si sus registros ya no existen.`;
    case 'copy':
      return `${copy} y de los registros. El uso desde esa copia ${unless}.`;
    case 'other':
      return `lo que se escribió allí y de los registros. El resto del uso ${unless}.`;
    case 'logs':
      return `los registros. El uso ${unless}.`;
  }
}

function describeStoreFailure(failure: StoreFailure, folder: string, isRetried: boolean): string {
  switch (failure.kind) {
    case 'disk-full':
      return (
        `El disco está lleno: Fuelgauge no puede escribir en su base de datos de ${folder}. ` +
        (isRetried
          ? 'Libera espacio; Fuelgauge continúa entonces por sí solo.'
          : 'Libera espacio y vuelve a iniciar Fuelgauge.')
      );
    case 'no-permission':
      return `Fuelgauge no puede escribir en ${folder}. Revisa el propietario y los permisos de esa carpeta.`;
    case 'file-in-the-way':
      return `Fuelgauge no puede crear la carpeta ${folder}: hay un archivo en su lugar. Elige otra carpeta de datos.`;
    case 'link-loop':
      return `Fuelgauge no puede usar la carpeta ${folder}: sus enlaces simbólicos forman un bucle. Elige otra carpeta de datos.`;
    case 'path-too-long':
      return `Fuelgauge no puede crear la carpeta ${folder}: la ruta es demasiado larga. Elige otra carpeta de datos.`;
    case 'no-folders-allowed':
      return `El sistema no permite crear la carpeta ${folder}. Elige otra carpeta de datos.`;
    case 'not-a-file':
      return `Fuelgauge necesita ${failure.path} para un archivo propio, pero no es un archivo. Muévelo e inténtalo de nuevo.`;
    case 'cannot-open':
      return `Fuelgauge no puede abrir su base de datos en ${folder}. Comprueba que la carpeta se pueda leer y escribir.`;
    case 'locked':
      return (
        `Otro programa ha bloqueado la base de datos en ${folder}. ` +
        (isRetried ? 'Fuelgauge continúa por sí solo cuando se libera el bloqueo.' : 'Inténtalo más tarde.')
      );
    case 'other':
      return `Fuelgauge no puede usar su base de datos en ${folder}: ${failure.detail}`;
  }
}

function describeComplaint(complaint: SettingComplaint): string {
  const { setting, place } = complaint;
  return describeStoredValue(place === null ? setting : `${setting}.${place}`, complaint);
}
