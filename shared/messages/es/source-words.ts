import type { SourceWords } from '../source-words.ts';

/** What sources say about themselves, by their English: `shared/sources/<id>/descriptor.ts`. */
export const sourceWords: SourceWords = {
  // Skipped records.
  'made by the agent itself, so nothing was billed': 'generados por el propio agente, así que no se facturó nada',
  'a limit was reached, but not until when': 'límites alcanzados sin indicar hasta cuándo',
  'copies of what a subagent logs in its own file': 'copias de lo que un subagente registra en su propio archivo',
  'repeating a counter that was already read': 'con un contador repetido que ya se había leído',
  'with an older counter, written late': 'con un contador anterior, escrito con retraso',
  'without an id': 'sin identificador',
  'sums of old tasks that were continued as sessions': 'sumas de tareas antiguas que continuaron como sesiones',
  'answers that a fork copied from another session': 'respuestas que una bifurcación copió de otra sesión',
  'with an impossible cost': 'con un coste imposible',
  'taken over from the logs of another agent, where they count':
    'tomados de los registros de otro agente, donde ya cuentan',
  'with a total, but without what it consists of': 'con un total, pero sin su desglose',
  // Calls whose usage is not logged.
  'session titles': 'títulos de sesión',
  'recaps after a break': 'recapitulaciones tras una pausa',
  compactions: 'compactaciones del contexto',
  'web searches': 'búsquedas web',
  'summaries of long conversations (only their cost)': 'resúmenes de conversaciones largas (solo su coste)',
  'summaries of branches that were left': 'resúmenes de ramas abandonadas',
  'tools that asked a model themselves': 'herramientas que consultaron un modelo por su cuenta',
  // What the logs hold, or lack.
  'the output of every request; their input as the average of a run, and only once it has ended':
    'la salida de cada solicitud; su entrada solo como promedio de una ejecución, y una vez terminada',
  'its usage is on its server only; download it there as CSV, then run "fuelgauge import cursor FILE"':
    'su uso está solo en su servidor; descárgalo de allí como CSV y ejecuta «fuelgauge import cursor ARCHIVO»',
  'every request of the threads on this machine; newer builds keep them on a server':
    'cada solicitud de los hilos de este equipo; las versiones más nuevas los guardan en un servidor',
  'conversations in .pb files are encrypted': 'las conversaciones en archivos .pb están cifradas',
  'every request, but before version 4 some providers report the cache as input; the logged cost is right':
    'cada solicitud, pero antes de la versión 4 algunos proveedores informan de la caché como entrada; el coste registrado es correcto',
  'every answer of its command line, but only when its session began; not those of subagents and of the extension':
    'cada respuesta de su línea de comandos, pero con la hora de inicio de su sesión; no las de subagentes ni las de la extensión',
  'only the cost of each session, no tokens': 'solo el coste de cada sesión, sin tokens',
  'only the sum of each session, at the time of its first request':
    'solo la suma de cada sesión, a la hora de su primera solicitud',
  'of older sessions only the sum, without the cache': 'de las sesiones más antiguas, solo la suma, sin la caché',
  'sums of turns, and nothing of turns that did not end or of versions before mid-2026':
    'sumas por turno; nada de los turnos que no terminaron ni de versiones anteriores a mediados de 2026',
  'only what another tool kept, mostly as sums of days; see "fuelgauge import"':
    'solo lo que guardó otra herramienta, casi siempre como sumas por día; véase «fuelgauge import»',
  'every request, but not always its model, and of summaries of long conversations only the cost':
    'cada solicitud, pero no siempre su modelo; de los resúmenes de conversaciones largas, solo el coste',
  'only agents of the local backend; those on a server leave nothing here':
    'solo los agentes del backend local; los de un servidor no dejan nada aquí',
  'the usage of your proxy; responses that no log can be joined to are compared by "fuelgauge reconcile", not counted':
    'el uso de tu proxy; las respuestas que no se pueden unir a ningún registro se comparan con «fuelgauge reconcile», no se cuentan',
  'sums of threads; of older ones only the last request of each turn':
    'sumas por hilo; de los más antiguos, solo la última solicitud de cada turno',
};
