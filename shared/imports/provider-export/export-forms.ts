import type { ExportKind, ExportProvider } from '../../domain/provider-export.ts';

/** What a column holds, whatever its name. */
export type ExportColumn =
  | ('day' | 'model' | 'requests' | 'cost' | 'currency')
  | ('input' | 'allInput' | 'cacheRead' | 'cacheWrite' | 'cacheWrite5m' | 'cacheWrite1h' | 'output');

/** A form in which a provider exports: the names of its columns, those without which it is another one first. */
export interface ExportForm {
  readonly provider: ExportProvider;
  readonly kind: ExportKind;
  /** Any one of a column's names will do. */
  readonly required: Readonly<Partial<Record<ExportColumn, readonly string[]>>>;
  readonly optional: Readonly<Partial<Record<ExportColumn, readonly string[]>>>;
}

const anthropic: ExportProvider = { id: 'anthropic', label: 'Anthropic', models: /^claude/ };
const openai: ExportProvider = { id: 'openai', label: 'OpenAI', models: /^(?:gpt|chatgpt|codex|o\d)/ };

/** Every form that is known (README.md). */
export const exportForms: readonly ExportForm[] = [
  {
    ...{ provider: anthropic, kind: 'usage' },
    required: {
      day: ['usage_date_utc'],
      model: ['model_version', 'model'],
      input: ['usage_input_tokens_no_cache'],
      output: ['usage_output_tokens'],
    },
    optional: {
      cacheRead: ['usage_input_tokens_cache_read'],
      cacheWrite: ['usage_input_tokens_cache_write'],
      cacheWrite5m: ['usage_input_tokens_cache_write_5m'],
      cacheWrite1h: ['usage_input_tokens_cache_write_1h'],
    },
  },
  {
    ...{ provider: anthropic, kind: 'cost' },
    required: { day: ['usage_date_utc'], model: ['model', 'model_version'], cost: ['cost_usd'] },
    optional: {},
  },
  {
    ...{ provider: openai, kind: 'usage' },
    required: {
      day: ['start_time', 'start_time_iso'],
      model: ['model'],
      allInput: ['input_tokens'],
      output: ['output_tokens'],
    },
    optional: { cacheRead: ['input_cached_tokens'], requests: ['num_model_requests'] },
  },
  {
    ...{ provider: openai, kind: 'cost' },
    required: { day: ['start_time', 'start_time_iso'], cost: ['amount_value'], currency: ['amount_currency'] },
    optional: { model: ['line_item'] },
  },
];

/** Where each column of a form is; those that are missing are left out. */
export type ColumnPlaces = Readonly<Partial<Record<ExportColumn, number>>>;

/** The form that the head of a file has, and where its columns are; null when it is none that is known. */
export function findForm(head: readonly string[]): { readonly form: ExportForm; readonly places: ColumnPlaces } | null {
  const names = head.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  for (const form of exportForms) {
    const columns = Object.entries({ ...form.required, ...form.optional }) as [ExportColumn, readonly string[]][];
    const places = Object.fromEntries(
      columns.flatMap(([column, wanted]) => {
        const name = wanted.find((each) => names.includes(each));
        return name === undefined ? [] : [[column, names.indexOf(name)]];
      }),
    ) as ColumnPlaces;
    if (Object.keys(form.required).every((column) => column in places)) return { form, places };
  }
  return null;
}
