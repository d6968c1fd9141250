import type { SettingComplaint } from '../../domain/problem.ts';
import type { Formats } from '../format/formats.ts';
import { describeStoredValue } from './calls.ts';

/** Finding, undoing, resetting, exporting and importing settings. */
export function createSettingsChanges(format: Formats) {
  return {
    search: 'Buscar en los ajustes',
    searchHint: '/',
    found: (count: number): string =>
      count === 0
        ? 'Ningún ajuste coincide con esas palabras. Prueba con menos o con otras.'
        : `${format.integer(count)} ${count === 1 ? 'ajuste encontrado' : 'ajustes encontrados'}`,
    clear: 'Borrar la búsqueda',
    changed: (name: string): string => `«${name}» cambiado.`,
    wasReset: (section: string): string => `«${section}» ha vuelto a sus valores predeterminados.`,
    imported: 'Se importaron los ajustes.',
    undo: 'Deshacer',
    undoOf: (name: string): string => `Deshacer: ${name}`,
    undone: (name: string): string => `Deshecho: ${name}`,
    dismiss: 'Descartar',
    notUndone: (reason: string): string => `No se deshizo. ${reason}`,
    reset: 'Restablecer',
    resetOf: (section: string): string => `Restablecer ${section}`,
    otherNames: {
      calendar: 'Días, semanas y reloj',
      activity: 'Sitios y apps de IA',
      desktop: 'Texto del icono y teclas',
      askAgents: 'Agentes a los que se pregunta por sus límites',
      popover: 'Disposición de la ventana emergente',
      server: 'Servidor',
      otlpExport: 'Métricas enviadas por OpenTelemetry',
      proxy: 'Proxy al que se pregunta por su uso',
      errorReports: 'Informes de fallos',
    },
    file: {
      title: 'Copia de seguridad y diagnóstico',
      export: 'Exportar los ajustes',
      exportHint:
        'Un archivo con lo que difiere de los valores predeterminados. No incluye secretos, cabeceras, webhooks, temas de ntfy ni programas.',
      exportNow: 'Exportar…',
      import: 'Importar ajustes',
      importHint: 'Muestra antes lo que cambiaría.',
      importNow: 'Elegir un archivo…',
      notSettings: (file: string): string => `«${file}» no es un archivo de ajustes exportado por Fuelgauge.`,
      newer: (file: string): string => `«${file}» es de una versión más reciente de Fuelgauge.`,
      noChange: (file: string): string => `«${file}» no cambiaría nada.`,
      wouldChange: (file: string): string => `«${file}» cambiaría:`,
      becomes: (name: string, before: string, after: string): string => `${name}: ${before} → ${after}`,
      unknown: (names: readonly string[]): string => `No son ajustes de esta versión: ${format.list(names)}.`,
      describeComplaint,
      apply: 'Usar estos ajustes',
      cancel: 'Cancelar',
      diagnosis: 'Diagnóstico para un informe de error',
      diagnosisHint: 'Lo que se leyó, sin nombres de proyectos, personas ni cuentas. Lo ves todo antes de copiarlo.',
      show: 'Mostrar',
      copy: 'Copiar',
      copied: 'Copiado.',
      notCopied: 'El sistema no permitió copiar. Selecciona el texto y cópialo.',
    },
  };
}

function describeComplaint(complaint: SettingComplaint, name: string): string {
  const where = complaint.place === null ? name : `${name} (${complaint.place})`;
  return `${describeStoredValue(where, complaint)}. No se ha cambiado.`;
}
