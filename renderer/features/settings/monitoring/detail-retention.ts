import { detailRetentions, type DetailRetention } from '../../../../shared/settings/schema.ts';
import { messages } from '../../../messages.ts';
import type { Option } from '../../../ui/options.ts';

/** How long single requests can be kept. */
export const retentionOptions: readonly (Option<string> & { readonly retention: DetailRetention })[] =
  detailRetentions.map((retention) => ({
    value: String(retention),
    label: messages.settings.monitoring.retentions(retention),
    retention,
  }));
