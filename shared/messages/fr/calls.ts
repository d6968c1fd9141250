import type { CallFailure, InvalidValue, ValueRule } from '../../domain/call-failure.ts';
import type { SettingComplaint } from '../../domain/problem.ts';
import type { CallSubject } from '../../domain/call-subject.ts';

/** How a value breaks a rule, as a clause. */
const rules: Readonly<Record<ValueRule, (name: string, received: string) => string>> = {
  day: (name, received) => `${name} vaut ${received}, qui n’est pas un jour comme 2026-05-01`,
  'day-order': () => 'le dernier jour précède le premier',
  'time-zone': (name, received) => `${name} vaut ${received}, un fuseau que ce système ne connaît pas`,
  'currency-code': (name, received) => `${name} vaut ${received}, qui n’est pas un code de devise comme EUR`,
  'dollar-rate': (name) => `${name} doit avoir le taux 1 pour USD`,
  'same-id': (name) => `${name} contient deux fois le même identifiant`,
};

/** What could not be loaded or done: a sentence without its end. */
const failed: Readonly<Record<CallSubject, string>> = {
  state: 'L’état actuel n’a pas pu être chargé',
  usage: 'L’utilisation n’a pas pu être chargée',
  session: 'La session n’a pas pu être chargée',
  comparison: 'La comparaison n’a pas pu être chargée',
  limits: 'Les limites n’ont pas pu être chargées',
  processes: 'Les processus n’ont pas pu être chargés',
  apps: 'Les apps et les sites n’ont pas pu être chargés',
  prices: 'Les prix n’ont pas pu être chargés',
  alerts: 'Les alertes n’ont pas pu être chargées',
  settings: 'Les réglages n’ont pas pu être chargés',
  statusline: 'La ligne d’état n’a pas pu être chargée',
  action: 'Cela n’a pas fonctionné',
};

/** Why a call was not answered, for the person or the program that made it. */
export function describeCallFailure(failure: CallFailure): string {
  switch (failure.kind) {
    case 'unknown-call':
      return `Il n’y a pas d’appel « ${failure.name} ».`;
    case 'invalid-argument':
      return `L’argument de « ${failure.name} » n’est pas valide : ${describeValue(failure.value)}.`;
    case 'unknown-source':
      return `Il n’y a pas de source « ${failure.source} ». Sources connues : ${failure.known.join(', ')}.`;
    case 'failed':
      return `${failed[failure.about]}${failure.detail === null ? '' : ` : ${failure.detail.replace(/\.$/, '')}`}.`;
    case 'foreign-page':
      return 'Cette page n’a pas le droit d’utiliser Fuelgauge.';
    case 'engine-stopped':
      return 'Fuelgauge ne lit pas les journaux pour le moment. Relancez-le si cela ne change pas d’ici cinq minutes.';
    case 'ledger-not-written':
      return 'Impossible d’écrire dans la base. Vérifiez que son disque a de la place et que vous pouvez y écrire.';
  }
}

function describeValue({ place, received, expected, rule }: InvalidValue): string {
  const name = place ?? 'il';
  if (rule !== null) return rules[rule](name, received);
  if (expected === 'never') return `${name} est inconnu ici`;
  if (received === 'undefined') return `${name} manque`;
  return `${name} vaut ${received}${expected === null ? '' : ` (attendu : ${expected})`}`;
}

/** What is wrong with a setting of a file, without a full stop. For one that is missing, `expected` is what to add. */
export function describeStoredValue(where: string, { received, expected }: StoredValue): string {
  const example = received === 'undefined' && expected !== null ? ` (ajoutez par exemple ${expected})` : '';
  return `${describeValue({ place: where, received, expected, rule: null })}${example}`;
}

type StoredValue = Pick<SettingComplaint, 'received' | 'expected'>;
