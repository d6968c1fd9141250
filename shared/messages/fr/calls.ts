import type { CallFailure, InvalidValue, ValueRule } from '../../domain/call-failure.ts';

/** How a value breaks a rule, as a clause. */
const rules: Readonly<Record<ValueRule, (name: string, received: string) => string>> = {
  day: (name, received) => `${name} vaut ${received}, qui n’est pas un jour comme 2026-05-01`,
  'day-order': () => 'le dernier jour précède le premier',
  'time-zone': (name, received) => `${name} vaut ${received}, un fuseau que ce système ne connaît pas`,
  'currency-code': (name, received) => `${name} vaut ${received}, qui n’est pas un code de devise comme EUR`,
  'dollar-rate': (name) => `${name} doit avoir le taux 1 pour USD`,
  'same-id': (name) => `${name} contient deux fois le même identifiant`,
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
      return failure.detail === null
        ? `« ${failure.name} » a échoué.`
        : `« ${failure.name} » a échoué : ${failure.detail.replace(/\.$/, '')}.`;
    case 'foreign-page':
      return 'Cette page n’a pas le droit d’utiliser Fuelgauge.';
    case 'engine-stopped':
      return 'Fuelgauge ne lit pas les journaux pour le moment. Relancez-le si cela ne change pas.';
    case 'ledger-not-written':
      return 'La base ne peut pas être écrite. Vérifiez que son disque a de la place et que vous pouvez y écrire.';
  }
}

function describeValue({ place, received, expected, rule }: InvalidValue): string {
  const name = place ?? 'il';
  if (rule !== null) return rules[rule](name, received);
  if (place !== null && expected === 'never') return `${place} est inconnu ici`;
  if (place !== null && received === 'undefined') return `${place} manque`;
  return `${name} vaut ${received}${expected === null ? '' : ` (attendu : ${expected})`}`;
}
