import type { Formats } from '../format/formats.ts';

/** What is shown once, when Fuelgauge starts for the first time. */
export function createFirstRunMessages(format: Formats) {
  const files = { one: 'archivo', other: 'archivos' };
  const requests = { one: 'solicitud', other: 'solicitudes' };
  const count = (value: number, words: { readonly one: string; readonly other: string }): string =>
    `${format.integer(value)} ${format.plural(value, words)}`;
  return {
    title: 'Lo que Fuelgauge ha encontrado',
    intro: 'Lee los registros que tus agentes guardan en este equipo. No se envía nada a ninguna parte.',
    found: (fileCount: number, requestCount: number): string =>
      `${count(fileCount, files)}, ${count(requestCount, requests)}`,
    scanning: 'Leyendo aún.',
    nothing: 'Ningún agente ha dejado aún registros aquí. Aparecerán en cuanto alguno lo haga.',
    others: (total: number): string =>
      total === 1
        ? 'Otro agente no ha dejado registros en este equipo.'
        : `Otros ${format.integer(total)} agentes no han dejado registros en este equipo.`,
    plan: '¿Qué suscripción tienes?',
    planHint: 'Solo para estimar los bloques de 5 horas. Puedes elegirla más tarde en los ajustes.',
    noPlan: 'Ninguna, o no está en la lista',
    statusline: (agent: string): string => `Mostrar lo que queda bajo el prompt de ${agent}`,
    statuslineShow: 'Mostrar el cambio…',
    statuslineChange: (file: string): string => `Esto cambia ${file}:`,
    statuslineApply: 'Cambiar el archivo',
    statuslineDone: 'Aparecerá con el próximo prompt.',
    imports: (tool: string): string => `Importar el historial de ${tool}`,
    importLook: 'Vista previa…',
    importHolds: (requestCount: number, firstDay: string, lastDay: string): string =>
      `${count(requestCount, requests)} del ${firstDay} al ${lastDay}. Nada se cuenta dos veces.`,
    importEmpty: 'No contiene nada que no esté ya contado.',
    importNow: 'Importar',
    importDone: 'Importado.',
    importFailed: 'El archivo tiene un formato desconocido. No se importó nada.',
    icon: {
      darwin:
        'Su icono está en la barra de menús. Cuando está llena, macOS oculta iconos: vuelve a iniciar Fuelgauge para verlo.',
      win32:
        'Windows oculta los iconos nuevos tras el ^ de la barra de tareas. Arrastra el icono junto al reloj para tenerlo a la vista.',
      linux: 'Su icono está en el panel. GNOME solo lo muestra con la extensión AppIndicator.',
    },
    done: 'Entendido',
    details: 'Detalles',
  };
}
