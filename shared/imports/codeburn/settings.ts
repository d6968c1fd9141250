import { isGiven, parseJsonRecord, toRecord } from '../../lib/json-record.ts';
import type { Settings } from '../../settings/schema.ts';
import { createSettingsDraft, mergeList, type SettingsDraft, type SettingsImporter } from '../settings-import.ts';

/** What it writes. A file with none of them is something else. */
const known = ['currency', 'plan', 'plans', 'modelAliases', 'priceOverrides', 'claudeConfigDirs', 'budget'];
const plans: Readonly<Record<string, string>> = {
  'claude-pro': 'pro',
  'claude-max-5x': 'max-5x',
  'claude-max': 'max-20x',
};

/** codeburn's configuration (README.md). */
export const codeburnSettings: SettingsImporter = {
  tool: 'codeburn',
  parse(text, current) {
    const file = parseJsonRecord(text);
    if (!file.ok || !known.some((name) => name in file.value)) return null;
    const draft = createSettingsDraft(current);
    for (const [name, value] of Object.entries(file.value)) takeMember(draft, current, name, value);
    return draft.finish();
  },
};

function takeMember(draft: SettingsDraft, current: Settings, name: string, value: unknown): void {
  const members = Object.entries(toRecord(value) ?? {});
  switch (name) {
    case 'modelAliases': {
      const aliases = members.map(([model, pricedAs]) => ({ model, pricedAs }));
      return draft.take(name, name, mergeList<object>(current.modelAliases, aliases, toModel));
    }
    case 'priceOverrides': {
      const prices = members.map(([model, price]) => toPrice(model, toRecord(price) ?? {}));
      return draft.take(name, name, mergeList<object>(current.priceOverrides, prices, toModel));
    }
    case 'claudeConfigDirs': {
      const folders = (Array.isArray(value) ? value : []).map((path: unknown) => ({ source: 'claude-code', path }));
      const toKey = (folder: object): string => JSON.stringify(folder, ['source', 'path']);
      return draft.take(name, 'extraLogFolders', mergeList<object>(current.extraLogFolders, folders, toKey));
    }
    case 'plan': {
      const id = toRecord(value)?.['id'];
      const plan = typeof id === 'string' && Object.hasOwn(plans, id) ? plans[id] : undefined;
      return plan === undefined ? draft.leave(name) : draft.take(name, 'plan', plan);
    }
    case 'currency':
      // It fetches the rate, which we do not.
      if (toRecord(value)?.['code'] === 'USD') return draft.take(name, name, { code: 'USD', perUsd: 1 });
      return draft.leave(name);
    default:
      return draft.leave(name);
  }
}

function toModel(entry: object): string {
  return String((entry as { readonly model?: unknown }).model);
}

/** Both are dollars a million tokens. */
function toPrice(model: string, price: Readonly<Record<string, unknown>>): object {
  const { input, output, cacheRead, cacheCreation } = price;
  return {
    ...{ model, inputUsdPerMillion: input, outputUsdPerMillion: output },
    ...(isGiven(cacheRead) && { cacheReadUsdPerMillion: cacheRead }),
    ...(isGiven(cacheCreation) && { cacheWrite5mUsdPerMillion: cacheCreation }),
  };
}
