import { messages } from '../../../messages.ts';
import { toOptions } from '../../../ui/options.ts';

const { presets, ownTemplate } = messages.settings.statusline;

/** What a status line can show. */
export const statuslinePresetOptions = toOptions(['minimal', 'default', 'full', 'ccusage', 'own'] as const, {
  ...presets,
  own: ownTemplate,
});
