import type { CallFailure, InvalidValue, ValueRule } from '../../domain/call-failure.ts';
import type { SettingComplaint } from '../../domain/problem.ts';
import type { CallSubject } from '../../domain/call-subject.ts';

/** How a value breaks a rule, as a clause. */
const rules: Readonly<Record<ValueRule, (name: string, received: string) => string>> = {
  day: (name, received) => `${name} ist ${received}, kein Tag wie 2026-05-01`,
  'day-order': () => 'sein letzter Tag liegt vor dem ersten',
  'time-zone': (name, received) => `${name} ist ${received}, keine Zeitzone, die dieses System kennt`,
  'currency-code': (name, received) => `${name} ist ${received}, kein Währungscode wie EUR`,
  'dollar-rate': (name) => `${name} muss für USD den Kurs 1 haben`,
  'same-id': (name) => `${name} enthält dieselbe Kennung zweimal`,
};

/** What could not be loaded or done: a sentence without its end. */
const failed: Readonly<Record<CallSubject, string>> = {
  state: 'Der aktuelle Stand konnte nicht geladen werden',
  usage: 'Der Verbrauch konnte nicht geladen werden',
  session: 'Die Sitzung konnte nicht geladen werden',
  comparison: 'Der Vergleich konnte nicht geladen werden',
  limits: 'Die Limits konnten nicht geladen werden',
  processes: 'Die Prozesse konnten nicht geladen werden',
  apps: 'Die Apps und Websites konnten nicht geladen werden',
  prices: 'Die Preise konnten nicht geladen werden',
  alerts: 'Die Warnungen konnten nicht geladen werden',
  settings: 'Die Einstellungen konnten nicht geladen werden',
  statusline: 'Die Statuszeile konnte nicht geladen werden',
  action: 'Das hat nicht geklappt',
};

/** Why a call was not answered, for the person or the program that made it. */
export function describeCallFailure(failure: CallFailure): string {
  switch (failure.kind) {
    case 'unknown-call':
      return `Es gibt keinen Aufruf „${failure.name}“.`;
    case 'invalid-argument':
      return `Das Argument von „${failure.name}“ ist ungültig: ${describeValue(failure.value)}.`;
    case 'unknown-source':
      return `Es gibt keine Quelle „${failure.source}“. Bekannt sind: ${failure.known.join(', ')}.`;
    case 'failed':
      return `${failed[failure.about]}${failure.detail === null ? '' : `: ${failure.detail.replace(/\.$/, '')}`}.`;
    case 'foreign-page':
      return 'Diese Seite darf Fuelgauge nicht benutzen.';
    case 'engine-stopped':
      return 'Fuelgauge liest die Logs gerade nicht. Starte es neu, wenn sich das nicht innerhalb von fünf Minuten ändert.';
    case 'ledger-not-written':
      return 'In die Datenbank kann nicht geschrieben werden. Prüfe, ob der Datenträger Platz hat und du dort schreiben darfst.';
  }
}

function describeValue({ place, received, expected, rule }: InvalidValue): string {
  const name = place ?? 'es';
  if (rule !== null) return rules[rule](name, received);
  if (expected === 'never') return `${name} ist hier nicht bekannt`;
  if (received === 'undefined') return `${name} fehlt`;
  return `${name} ist ${received}${expected === null ? '' : ` (erwartet: ${expected})`}`;
}

/** What is wrong with a setting of a file, without a full stop. For one that is missing, `expected` is what to add. */
export function describeStoredValue(where: string, { received, expected }: StoredValue): string {
  const example = received === 'undefined' && expected !== null ? ` (ergänze zum Beispiel ${expected})` : '';
  return `${describeValue({ place: where, received, expected, rule: null })}${example}`;
}

type StoredValue = Pick<SettingComplaint, 'received' | 'expected'>;
