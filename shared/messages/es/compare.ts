import type { Formats } from '../format/formats.ts';
import { dayWords } from './count-words.ts';

/** What the same usage would cost otherwise. */
function createWhatIfMessages(format: Formats) {
  return {
    estimated:
      'Estimado a precios de lista. Los modelos cuentan los tokens de forma distinta, así que el coste de otro modelo es orientativo.',
    asModel: 'También con el modelo',
    asModelHint: 'Nombre exacto de un modelo',
    models: 'Si todo hubiera ido a un solo modelo',
    model: 'Modelo',
    used: 'usado',
    actual: 'Tal como fue, a precios de lista',
    cache: 'Si la caché se hubiera usado de otro modo',
    withoutCache: 'Sin caché',
    all5m: 'Todas las escrituras por 5 minutos',
    all1h: 'Todas las escrituras por una hora',
    partly: (percent: number): string => `Solo el ${format.percent(percent)} de los tokens tiene un precio conocido.`,
    plans: 'Planes',
    plansNote: (days: number): string =>
      `Un mes de 30 días al ritmo de este periodo (${format.integer(days)} ${format.plural(days, dayWords)}), a precios de lista, frente al precio de cada plan.`,
    plan: 'Plan',
    price: 'Al mes',
    worth: 'El mismo uso por la API',
    breakEven: 'Compensa desde',
    factor: (factor: string): string => `${factor}×`,
    yours: { provider: 'el tuyo, según el proveedor', setting: 'el tuyo, según los ajustes' },
    unknownPlan: 'No se sabe cuál es tu plan: ni un proveedor ni los ajustes lo dicen.',
    noPlans: 'No se conocen planes de estos agentes.',
    bringsIn: (percent: number, isPartial: boolean): string =>
      `uso por valor del ${format.percent(percent, isPartial)} de su precio`,
  };
}

/** The use of the cache. */
function createCoachMessages() {
  return {
    estimated:
      'Estimado: una reconstrucción es una gran escritura de caché tras una pausa más larga que la vida de la caché.',
    none: 'No se usó caché en este periodo.',
    model: 'Modelo',
    write5m: 'Escrituras, 5 min',
    write1h: 'Escrituras, 1 h',
    read: 'Lecturas',
    saved: 'Ahorrado',
    rebuilds: 'Reconstrucciones',
    lost: 'Perdido',
    label: 'Uso de la caché',
    cut: (since: string): string => `Solo se miran los últimos 90 días del periodo, desde ${since}.`,
    advice: {
      longer: (model: string, money: string): string =>
        `${model}: una caché de una hora habría ahorrado unos ${money} tras pausas cortas, descontadas sus escrituras más caras.`,
      shorter: (model: string, money: string): string =>
        `${model}: con escrituras por 5 minutos habría costado unos ${money} menos; no se cuentan las reconstrucciones.`,
      fine: 'Nada que cambiar: ninguna otra duración habría sido claramente más barata.',
    },
  };
}

/** Two ranges, what if, and the use of the cache. */
export function createCompareMessages(format: Formats) {
  return {
    tabs: { ranges: 'Dos periodos', whatIf: 'Qué pasaría si', cache: 'Consejos de caché', accounts: 'Conciliación' },
    tabsLabel: 'Qué comparar',
    by: 'Por',
    left: 'Primer periodo',
    right: 'Segundo periodo',
    noRangeBefore: 'Antes del principio no hay nada: se comparan los últimos 30 días.',
    from: 'Desde',
    to: 'Hasta',
    name: 'Nombre',
    change: 'Cambio',
    tokens: 'Tokens',
    cost: 'Coste equivalente en API',
    total: 'Total',
    isNew: 'nuevo',
    isGone: 'ya no está',
    title: (left: string, right: string): string => `${left} frente a ${right}`,
    none: 'Sin uso en ninguno de los dos periodos.',
    label: 'Tabla comparativa',
    whatIf: createWhatIfMessages(format),
    coach: createCoachMessages(),
  };
}
