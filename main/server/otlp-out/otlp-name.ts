/** A metric's name and unit in OpenTelemetry. A collector turns them back into the Prometheus name. */
export interface OtlpName {
  readonly name: string;
  /** UCUM, empty where there is none. */
  readonly unit: string;
}

const units: readonly (readonly [suffix: RegExp, unit: string])[] = [
  [/_seconds$/, 's'],
  [/_bytes$/, 'By'],
  [/_ratio$/, '1'],
  [/_percent$/, '%'],
  [/_MB$/, 'MB'],
  [/_USD$/, 'USD'],
];

/**
 * Those of `ai-cost-observer` have exactly its names (`ai.tokens.cost_usd`). Ours keep their words, so that they are the
 * same at Prometheus whether scraped or pushed: a unit that a name ends with is not added again.
 */
export function toOtlpName(prometheusName: string): OtlpName {
  const plain = prometheusName.replace(/_total$/, '');
  const [suffix, unit] = units.find(([pattern]) => pattern.test(plain)) ?? [/$^/, ''];
  if (!plain.startsWith('ai_')) return { name: plain.replace(/^fuelgauge_/, 'fuelgauge.'), unit };
  return { name: plain.replace(suffix, '').replaceAll('_', '.').replace('cost.usd', 'cost_usd'), unit };
}

/** A label as an attribute: `tool_name` is `tool.name`. */
export function toOtlpAttribute(label: string): string {
  return label.replaceAll('_', '.');
}
