import type { ExportSkip } from '../../../domain/provider-export.ts';
import type { Formats } from '../../format/formats.ts';

const skips: Readonly<Record<ExportSkip, string>> = {
  'bad-day': 'their day cannot be read',
  'bad-number': 'a number of theirs cannot be read',
  negative: 'a number of theirs is below zero',
  'other-currency': 'they are not in US dollars',
};

/** `fuelgauge reconcile --csv`: a provider's own account beside what is counted here. */
export function createCliReconcileExportMessages(format: Formats) {
  return {
    heads: {
      matched: 'Matched',
      understated: 'Understated',
      notHere: 'Not here',
      onlyHere: 'Only here',
      here: 'Here',
      charged: 'Charged',
      priced: 'List price',
      difference: 'Difference',
    },
    noModel: '(no model)',
    total: 'Total',
    /** `requests` is null where the export does not count them. */
    count: (requests: number | null, tokens: number): string =>
      `${requests === null ? '-' : format.integer(requests)} / ${format.integer(tokens)}`,
    tokens: (tokens: number): string => format.integer(tokens),
    skipped: (rows: number, reason: ExportSkip): string =>
      `Left out ${format.integer(rows)} ${format.plural(rows, { one: 'row', other: 'rows' })}: ${skips[reason]}.`,
    nothing: 'The file has no usage in this time, so there is nothing to compare.',
    refused: {
      'other-columns': (file: string, forms: readonly string[]): string =>
        `${file} is not an export of a provider that this version knows. Expected is CSV, separated by commas, with the columns ` +
        `${forms.join('; or ')}.`,
      'no-models': (file: string): string =>
        `${file} names no model in any row. Group the usage by model, then download it again.`,
    },
    form: (provider: string, columns: readonly string[]): string => `${columns.join(', ')} (${provider})`,
    explanation: {
      usage:
        'Requests / tokens: official on the side of the provider, measured here. Provider = matched + understated + not here. ' +
        'Here = matched + only here. Understated is output that the log shows too little of. Not here is what other ' +
        'computers or programs used, or a log that is gone. Only here is what another account or a subscription paid for. ' +
        'Days are those of UTC. Nothing was imported.',
      cost:
        'Charged is official. List price is an estimate, of the tokens that are counted here. A difference is one of price, or ' +
        'of tokens: the export of usage tells which. Days are those of UTC. Nothing was imported.',
    },
  };
}
