import type { Formats } from '../format/formats.ts';

/** Alerts that were, the rules, and a dry run. */
export function createAlertHistoryMessages(format: Formats) {
  return {
    tabsLabel: 'Qué mostrar',
    tabs: { history: 'Historial', dryRun: 'Prueba' },
    none: 'Aún no hay alertas',
    noneText: 'Lo que se avise aparece aquí, con lo que se envió y adónde.',
    when: 'Cuándo',
    what: 'Qué',
    state: 'Estado',
    sent: 'Enviada',
    notSent: 'a ningún sitio',
    desktop: 'Escritorio',
    delivery: (channel: string, state: string): string => `${channel}: ${state}`,
    rules: 'Reglas y canales',
    dryRun: 'Probar las reglas con los últimos 30 días',
    dryRunText:
      'Las reglas de los ajustes se aplican a lo que la base de datos sabe de los últimos 30 días. No se envía nada.',
    running: 'Probando las reglas…',
    would: (count: number): string =>
      count === 0
        ? 'Las reglas no habrían avisado de nada.'
        : `Las reglas habrían generado ${format.integer(count)} ${format.plural(count, { one: 'alerta', other: 'alertas' })}.`,
  };
}
