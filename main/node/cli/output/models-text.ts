import type { ModelId } from '../../../../shared/domain/ids.ts';

/** Model names for a narrow column: without release dates and without the prefix that all Claude models share. */
export function toModelsText(models: readonly ModelId[]): string {
  const short = models.map((model) => model.replace(/^claude-/, '').replace(/-20\d{6}$/, ''));
  return [...new Set(short)].join(', ');
}
