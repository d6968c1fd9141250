import { languageChoices } from '../../../../shared/settings/languages.ts';
import { messages } from '../../../messages.ts';
import { toOptions } from '../../../ui/options.ts';

export const languageOptions = toOptions(languageChoices, messages.settings.general.languages);

/** Finds a time zone by its name or city, ignoring case, with spaces for underscores; null when there is none. */
export function findTimeZone(text: string, zones: readonly string[]): string | null {
  const wanted = text.trim().replaceAll(' ', '_').toLowerCase();
  if (wanted === '' || wanted === 'system') return 'system';
  const exact = zones.find((zone) => zone.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const cities = zones.filter((zone) => zone.toLowerCase().split('/').at(-1) === wanted);
  return cities.length === 1 ? (cities[0] ?? null) : null;
}
