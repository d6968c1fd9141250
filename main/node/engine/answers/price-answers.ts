import type { ArgumentOf, EngineCalls, Handlers } from '../../../../shared/contract/index.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import { explainPrice, listPrices } from '../../../../shared/pricing/explain-price.ts';
import type { Preferences } from '../preferences.ts';

/** Answers questions about prices. */
export function createPriceAnswers({
  clock,
  preferences,
}: {
  readonly clock: Clock;
  readonly preferences: Preferences;
}) {
  return {
    prices: () => listPrices(preferences.prices(), clock.nowMs()),
    explainPrice: ({ model }: ArgumentOf<EngineCalls, 'explainPrice'>) =>
      explainPrice(model, preferences.prices(), preferences.settings(), clock.nowMs()),
  } satisfies Pick<Handlers<EngineCalls>, 'prices' | 'explainPrice'>;
}
