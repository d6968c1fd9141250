import type { ModelId } from '../../../../shared/domain/ids.ts';

/** Models for a narrow column: without the dates and the maker's name that all of a maker's models share. */
export function toModelsText(models: readonly ModelId[]): string {
  const short = models.map((model) => model.replace(/^claude-/, '').replace(/-20\d{6}$/, ''));
  return [...new Set(short)].join(', ');
}
