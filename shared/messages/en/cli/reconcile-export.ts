import type { ExportSkip } from '../../../domain/provider-export.ts';
import type { Formats } from '../../format/formats.ts';

const skips: Readonly<Record<ExportSkip, string>> = {
  'bad-day': 'the day cannot be read',
  'bad-number': 'a number cannot be read',
  negative: 'a number is negative',
  'other-currency': 'the amount is not in US dollars',
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
        `${file} is not a provider's export that this version knows. It must be CSV, separated by commas, with the columns ` +
        `${forms.join('; or ')}.`,
      'no-models': (file: string): string =>
        `${file} names no model in any row. Group the usage by model, then download it again.`,
    },
    form: (provider: string, columns: readonly string[]): string => `${columns.join(', ')} (${provider})`,
    explanation: {
      usage:
        'Requests / tokens: the provider reports them officially, and they are measured here. Provider = matched + understated + not here. ' +
        'Here = matched + only here. Understated is output that the log shows too little of. Not here is what other ' +
        'computers or programs used, or a log that is gone. Only here is what another account or a subscription paid for. ' +
        'Days are in UTC. Nothing was imported.',
      cost:
        'Charged is official. List price is an estimate, of the tokens that are counted here. A difference comes from ' +
        'price or from tokens; the usage export shows which. Days are in UTC. Nothing was imported.',
    },
  };
}
