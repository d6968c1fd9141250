import { refreshCadences, type Settings } from '../../../../shared/settings/schema.ts';
import { messages } from '../../../messages.ts';
import type { Option } from '../../../ui/options.ts';

/** The refresh cadences. */
export const cadenceOptions: readonly (Option<string> & { readonly cadence: Settings['refreshCadence'] })[] =
  refreshCadences.map((cadence) => ({
    value: String(cadence),
    label: messages.settings.monitoring.cadence(cadence),
    cadence,
  }));
