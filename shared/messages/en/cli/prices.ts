import type { PriceListOrigin, PriceReason } from '../../../domain/price-list.ts';
import type { Formats } from '../../format/formats.ts';
import { createCommonMessages } from '../common.ts';

/** Why a price list was not taken; see `UpdateFailure` in main/node/prices. */
interface FailureFacts {
  readonly address: { readonly detail: string };
  readonly unreachable: { readonly detail: string };
  readonly status: { readonly detail: string };
  readonly 'too-large': { readonly detail: string };
  readonly 'no-list': object;
  readonly older: { readonly datedOn: string };
  readonly future: { readonly datedOn: string };
  readonly incomplete: { readonly found: number; readonly of: number };
  readonly implausible: { readonly models: readonly string[] };
}

const origins: Readonly<Record<PriceListOrigin, string>> = { shipped: 'comes with Fuelgauge', updated: 'was updated' };

const nothingChanged = 'The prices in use have not changed.';

function createFailureMessages(models: (count: number) => string, someOf: (names: readonly string[]) => string) {
  return {
    address: ({ detail }) => `${detail} is neither a file nor an https address. ${nothingChanged}`,
    unreachable: ({ detail }) => `The price list cannot be loaded: ${detail}. ${nothingChanged}`,
    status: ({ detail }) => `The price list cannot be loaded: the server answered with ${detail}. ${nothingChanged}`,
    'too-large': ({ detail }) => `${detail} is too large for a price list. ${nothingChanged}`,
    'no-list': () => `This is neither LiteLLM's price list nor one of Fuelgauge. ${nothingChanged}`,
    older: ({ datedOn }) =>
      `The list is dated ${datedOn}, which is before the one that comes with Fuelgauge. ${nothingChanged}`,
    future: ({ datedOn }) => `The list is dated ${datedOn}, which is in the future. ${nothingChanged}`,
    incomplete: ({ found, of }) =>
      `The list has only ${found} of the ${models(of)} whose prices are known. ${nothingChanged}`,
    implausible: (facts) =>
      `The list changes the price of ${someOf(facts.models)} more than fiftyfold, which is hardly right. ` +
      `${nothingChanged} If it is, enter that price in the settings.`,
  } satisfies { readonly [Reason in keyof FailureFacts]: (facts: FailureFacts[Reason]) => string };
}

/** What `fuelgauge prices` says. */
export function createCliPriceMessages(format: Formats) {
  const { someOf } = createCommonMessages(format);
  const models = (count: number): string =>
    `${format.integer(count)} ${format.plural(count, { one: 'model', other: 'models' })}`;
  const failures = createFailureMessages(models, someOf);
  return {
    columns: {
      model: 'Model',
      provider: 'Provider',
      input: 'Input',
      output: 'Output',
      cacheRead: 'Cache rd',
      cacheWrite5m: '5 min wr',
      cacheWrite1h: '1 h wr',
      since: 'Since',
      kind: 'Kind',
    },
    beginning: 'always',
    kinds: {
      standard: 'standard',
      priority: 'priority',
      flex: 'flex',
      long: (tokens: number): string => `above ${format.compact(tokens)}`,
    },
    /** Below a table. */
    list: (count: number, origin: PriceListOrigin, day: string): string =>
      `${models(count)}, in US dollars for a million tokens. The list ${origins[origin]} and is dated ${day}.`,
    reasons: {
      'own-price': (model: string) => `${model} has your own price, from the settings.`,
      alias: (model: string, pricedAs: string) => `${model} is priced like ${pricedAs}, as you set it.`,
      listed: (model: string, pricedAs: string) =>
        model === pricedAs ? `${model} is in the price list.` : `${model} is in the price list as ${pricedAs}.`,
      unknown: (model: string) =>
        `No price is known for ${model}. Enter one in the settings, or use that of another model.`,
    } satisfies Record<PriceReason, (model: string, pricedAs: string) => string>,
    loading: (from: string): string => `Loading ${from}`,
    updated: (update: {
      models: number;
      datedOn: string;
      added: readonly string[];
      changed: readonly string[];
    }): string =>
      `${models(update.models)}, dated ${update.datedOn}: ${format.integer(update.added.length)} new` +
      `${update.added.length === 0 ? '' : ` (${someOf(update.added)})`}, ` +
      `${format.integer(update.changed.length)} changed` +
      `${update.changed.length === 0 ? '' : ` (${someOf(update.changed)})`}. Undo it with: fuelgauge prices reset`,
    unusable: (names: readonly string[]): string => `Left unchanged, because the list is ambiguous: ${someOf(names)}.`,
    reset: 'The prices that come with Fuelgauge are in use again.',
    failed: <Reason extends keyof FailureFacts>(facts: FailureFacts[Reason] & { readonly reason: Reason }): string =>
      (failures as { readonly [Each in keyof FailureFacts]: (facts: FailureFacts[Each]) => string })[facts.reason](
        facts,
      ),
    notWritten: (detail: string): string => `The price list cannot be kept: ${detail}. ${nothingChanged}`,
  };
}
