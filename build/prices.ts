/**
 * Builds shared/pricing/price-table.json from LiteLLM's price list (MIT, BerriAI/litellm):
 *   npm run prices [-- path/to/model_prices_and_context_window.json [2026-08-01]]
 * The second argument is the date of the list. The same list and date give the same file, byte for byte.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toPriceTable } from '../shared/pricing/litellm-list.ts';
import type { PriceTable } from '../shared/pricing/price-table.ts';
import { PlainFailure, runMain } from './lib/plain-failure.ts';

/** One model per line, so that a diff shows which prices changed. */
export function formatPriceTable({ models, ...head }: PriceTable): string {
  const lines = Object.entries(models).map(([name, price]) => `    ${JSON.stringify(name)}: ${JSON.stringify(price)}`);
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "models": {\n${lines.join(',\n')}\n  }\n}\n`;
}

if (import.meta.main) {
  await runMain(async () => {
    const [listPath = '../shared/pricing/litellm_model_prices.json', datedOn = '2026-08-01'] = process.argv.slice(2);
    const target = fileURLToPath(new URL('../shared/pricing/price-table.json', import.meta.url));
    const list = JSON.parse(readFileSync(listPath, 'utf8')) as Record<string, unknown>;
    // A list that we ship must be complete.
    const table = toPriceTable(list, datedOn, ({ model, reason }) => {
      throw new PlainFailure(`The price of ${model} is ${reason}.`);
    });
    writeFileSync(target, formatPriceTable(table));
    console.log(`${Object.keys(table.models).length} models, dated ${table.datedOn}: ${target}`);
    return 0;
  });
}
