import type { CallFailure, InvalidValue, ValueRule } from '../../domain/call-failure.ts';
import type { SettingComplaint } from '../../domain/problem.ts';
import type { CallSubject } from '../../domain/call-subject.ts';

/** How a value breaks a rule, as a clause. */
const rules: Readonly<Record<ValueRule, (name: string, received: string) => string>> = {
  day: (name, received) => `${name} es ${received}, que no es un día como 2026-05-01`,
  'day-order': () => 'el último día es anterior al primero',
  'time-zone': (name, received) => `${name} es ${received}, una zona horaria que este sistema no conoce`,
  'currency-code': (name, received) => `${name} es ${received}, que no es un código de moneda como EUR`,
  'dollar-rate': (name) => `${name} debe tener el cambio 1 para USD`,
  'same-id': (name) => `${name} tiene dos veces el mismo identificador`,
};

/** What could not be loaded or done: a sentence without its end. */
const failed: Readonly<Record<CallSubject, string>> = {
  state: 'No se pudo cargar el estado actual',
  usage: 'No se pudo cargar el uso',
  session: 'No se pudo cargar la sesión',
  comparison: 'No se pudo cargar la comparación',
  limits: 'No se pudieron cargar los límites',
  processes: 'No se pudieron cargar los procesos',
  apps: 'No se pudieron cargar las apps y los sitios',
  prices: 'No se pudieron cargar los precios',
  alerts: 'No se pudieron cargar las alertas',
  settings: 'No se pudieron cargar los ajustes',
  statusline: 'No se pudo cargar la línea de estado',
  action: 'Eso no funcionó',
};

/** Why a call was not answered, for the person or the program that made it. */
export function describeCallFailure(failure: CallFailure): string {
  switch (failure.kind) {
    case 'unknown-call':
      return `No hay ninguna llamada «${failure.name}».`;
    case 'invalid-argument':
      return `El argumento de «${failure.name}» no es válido: ${describeValue(failure.value)}.`;
    case 'unknown-source':
      return `No hay ninguna fuente «${failure.source}». Se conocen: ${failure.known.join(', ')}.`;
    case 'failed':
      return `${failed[failure.about]}${failure.detail === null ? '' : `: ${failure.detail.replace(/\.$/, '')}`}.`;
    case 'foreign-page':
      return 'Esta página no puede usar Fuelgauge.';
    case 'engine-stopped':
      return 'Fuelgauge no está leyendo los registros en este momento. Reinícialo si no cambia en cinco minutos.';
    case 'ledger-not-written':
      return 'No se puede escribir en la base de datos. Comprueba que su disco tenga espacio y que puedas escribir en él.';
  }
}

function describeValue({ place, received, expected, rule }: InvalidValue): string {
  const name = place ?? 'el valor';
  if (rule !== null) return rules[rule](name, received);
  if (expected === 'never') return `${name} no se conoce aquí`;
  if (received === 'undefined') return `falta ${name}`;
  return `${name} es ${received}${expected === null ? '' : ` (se esperaba ${expected})`}`;
}

/** What is wrong with a setting of a file, without a full stop. For one that is missing, `expected` is what to add. */
export function describeStoredValue(where: string, { received, expected }: StoredValue): string {
  const example = received === 'undefined' && expected !== null ? ` (añade, por ejemplo, ${expected})` : '';
  return `${describeValue({ place: where, received, expected, rule: null })}${example}`;
}

type StoredValue = Pick<SettingComplaint, 'received' | 'expected'>;
