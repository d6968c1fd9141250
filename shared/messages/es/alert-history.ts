import type { Formats } from '../format/formats.ts';

/** Alerts that were, the rules, and a dry run. */
export function createAlertHistoryMessages(format: Formats) {
  return {
    tabsLabel: 'Qué mostrar',
    tabs: { history: 'Historial', dryRun: 'Prueba' },
    none: 'Aún no hay alertas',
    noneText: 'Las alertas aparecen aquí, cada una con los canales por los que se envió.',
    when: 'Cuándo',
    what: 'Qué',
    state: 'Estado',
    sent: 'Enviada',
    notSent: 'a ningún sitio',
    desktop: 'Escritorio',
    delivery: (channel: string, state: string): string => `${channel}: ${state}`,
    dryRun: 'Probar las reglas con los últimos 30 días',
    dryRunText: 'Aplica tus reglas de alerta a los últimos 30 días de la base de datos. No se envía nada.',
    running: 'Probando las reglas…',
    would: (count: number): string =>
      count === 0
        ? 'Las reglas no habrían avisado de nada.'
        : `Las reglas habrían generado ${format.integer(count)} ${format.plural(count, { one: 'alerta', other: 'alertas' })}.`,
  };
}
