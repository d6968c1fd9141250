import type { AllowanceChange } from '../../domain/limit-change.ts';
import type { LimitOrigin } from '../../domain/limit-window.ts';
import { usDollar } from '../../domain/money.ts';
import type { BlockLimitUnit } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

const origins: Readonly<Record<LimitOrigin, string>> = {
  log: 'journal',
  statusline: 'ligne d’état',
  file: 'fichier de l’agent',
  api: 'agent interrogé',
};

const units: Readonly<Record<BlockLimitUnit, string>> = {
  tokens: 'tokens',
  'tokens-in-out': 'tokens en entrée et en sortie',
  requests: 'requêtes',
  usd: 'coût équivalent API',
};

/** Where a number comes from, as far as pages say it. */
export function createExplainMessages(format: Formats) {
  return {
    newest: 'Le chiffre est le relevé le plus récent, où qu’il ait été trouvé.',
    places: (count: number): string =>
      `${format.integer(count)} endroits indiquent cette limite ; s’ils diffèrent, le relevé le plus récent l’emporte.`,
    binding: 'C’est la limite qui vous arrête en premier.',
    pace: (elapsedPercent: number): string =>
      `Au moment du relevé, ${format.percent(elapsedPercent)} de la durée de la fenêtre étaient écoulés.`,
    ...createAllowanceMessages(format),
    origins,
    officialReset: (endMoment: string, place: string | null): string =>
      `Il finit à la réinitialisation annoncée par le fournisseur (${endMoment}${place === null ? '' : ` ; ${place}`}) et a commencé cinq heures avant.`,
    firstEvent: (firstMoment: string): string =>
      `Aucune réinitialisation connue : il commence à l’heure pleine de son premier événement (${firstMoment}) ` +
      'ou, si elle est plus tardive, à la fin du bloc précédent, et dure au plus cinq heures.',
    noLimit: 'Aucune limite connue : aucun forfait qui en donne une n’est choisi dans les réglages.',

    units,
    learning: (unit: string, blocks: number): string =>
      `Bloc plein habituel, ${unit} : apprentissage (${blocks} blocs sur 5).`,
    baseline: ({ unit, p90, interval, range, blocks }: BaselineWords): string =>
      `Bloc plein habituel, ${unit} : ${p90} (P90 de ${blocks} blocs ; ${interval} dans 9 historiques de ce genre sur 10 ; blocs de ${range}).`,
    span: (low: string, high: string): string => `${low} à ${high}`,
  };
}

/** What a percent of a window is and what has changed of that. */
function createAllowanceMessages(format: Formats) {
  const { apiEquivalent } = createUnits(format);
  const money = (usd: number): string => format.money(Math.round(usd * 1_000_000), usDollar);
  const dollars = (usd: number): string => apiEquivalent(Math.round(usd * 1_000_000), usDollar);
  return {
    capacity: ({ usdPerPercent, interval, pairs }: CapacityWords): string =>
      `Estimé sur ${format.integer(pairs)} paires de relevés : un pour cent vaut ${dollars(usdPerPercent)} (de ${money(interval.low)} à ${money(interval.high)}).`,
    allowance: (change: AllowanceChange, moment: string): string => {
      const { before, after } = change;
      return `Estimé : depuis ${moment}, un pour cent vaut ${dollars(after.usdPerPercent)} et ${format.compact(after.tokensPerPercent)} tokens ; avant, ${dollars(before.usdPerPercent)} et ${format.compact(before.tokensPerPercent)} tokens (médianes de ${format.integer(after.pairs)} et ${format.integer(before.pairs)} paires de relevés). ${explainChange(change)}`;
    },
  };
}

/** What may be the reason of a change, other than the provider: a percent also stands for more when use elsewhere ends. */
function explainChange({ ratio, isWithPlan, isOtherModels }: AllowanceChange): string {
  if (isWithPlan) return 'Le forfait a changé à peu près au même moment.';
  if (isOtherModels) return 'D’autres modèles qu’avant ont été utilisés, ce qui peut l’expliquer.';
  return ratio < 1
    ? 'L’utilisation du compte ailleurs aurait le même effet.'
    : 'La fin d’une utilisation du compte ailleurs aurait le même effet.';
}

interface CapacityWords {
  readonly usdPerPercent: number;
  readonly interval: { readonly low: number; readonly high: number };
  readonly pairs: number;
}

interface BaselineWords {
  readonly unit: string;
  readonly p90: string;
  readonly interval: string;
  readonly range: string;
  readonly blocks: string;
}
