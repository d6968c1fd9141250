import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { publicListUrl } from '../../prices/load-list.ts';
import { resetPrices, updatePrices, type PriceUpdate } from '../../prices/update-prices.ts';
import { resolveDataFolder } from '../../system/resolve-data-folder.ts';
import type { CliHost } from '../cli-host.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { formatJson } from '../output/json-lines.ts';

const { prices: words, failures } = messages.cli;

/** `fuelgauge prices update`: loads a newer list. `from` is a file or an address; null means the public list. */
export async function runPriceUpdate(host: CliHost, options: CliOptions, from: string | null): Promise<0 | 1> {
  const place = from ?? publicListUrl;
  if (host.stderr.isTerminal) await host.stderr.write(`${words.loading(place)}\n`);
  const today = createCalendar('UTC').dayOf(host.clock.nowMs());
  try {
    const updated = await updatePrices(resolveDataFolder(options.dataFolder, options.home), place, today);
    if (!updated.ok) return await complain(host, words.failed(updated.error));
    await host.stdout.write(`${toText(updated.value, options)}\n`);
    return 0;
  } catch (error) {
    return complain(host, words.notWritten(error instanceof Error ? error.message : String(error)));
  }
}

/** `fuelgauge prices reset`: returns to the list shipped with the app. */
export async function runPriceReset(host: CliHost, options: CliOptions): Promise<0 | 1> {
  try {
    await resetPrices(resolveDataFolder(options.dataFolder, options.home));
    await host.stdout.write(`${words.reset}\n`);
    return 0;
  } catch (error) {
    return complain(host, words.notWritten(error instanceof Error ? error.message : String(error)));
  }
}

async function complain(host: CliHost, sentence: string): Promise<1> {
  await host.stderr.write(failures.line(sentence));
  return 1;
}

function toText(update: PriceUpdate, { format }: CliOptions): string {
  if (format === 'json') return [...formatJson({ schema: 'fuelgauge.priceUpdate.v1', ...update })].join('\n');
  const sentences = [words.updated(update)];
  if (update.unusable.length > 0) sentences.push(words.unusable(update.unusable));
  return sentences.join('\n');
}
