import { parse } from 'yaml';
import { activityCategories } from '../../domain/activity.ts';
import { isGiven, toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toName } from '../../sources/lib/names.ts';
import type { Settings } from '../../settings/schema.ts';
import { createSettingsDraft, mergeList, type SettingsImporter } from '../settings-import.ts';

const known = [
  ...['otel_endpoint', 'otel_insecure', 'extra_ai_apps', 'extra_ai_domains', 'extra_ai_cli_tools'],
  ...['otel_bearer_token', 'host_name', 'scan_interval_seconds', 'token_tracking', 'extra_api_intercept_patterns'],
];

/** ai-cost-observer's own configuration (README.md). Its token stays where it is. */
export const aiCostObserverSettings: SettingsImporter = {
  tool: 'ai-cost-observer',
  parse(text, current) {
    const file = parseYaml(text);
    if (file === null || !known.some((name) => name in file)) return null;
    const draft = createSettingsDraft(current);
    const { extra_ai_domains: domains, extra_ai_apps: apps, extra_ai_cli_tools: tools } = file;
    if (isGiven(domains) || isGiven(apps))
      draft.take('extra_ai_apps', 'activity', mergeActivity(current, domains, apps));
    if (isGiven(tools)) draft.take('extra_ai_cli_tools', 'ownPrograms', mergePrograms(current, tools));
    const target = {
      ...(isGiven(file['otel_endpoint']) && { endpoint: file['otel_endpoint'] }),
      ...(isGiven(file['otel_insecure']) && { insecure: file['otel_insecure'] }),
    };
    // Where to send to; nothing is sent until the person switches that on.
    if (Object.keys(target).length > 0) {
      draft.take('otel_endpoint', 'otlpExport', { ...current.otlpExport, ...target });
    }
    const taken = ['otel_endpoint', 'otel_insecure', 'extra_ai_apps', 'extra_ai_domains', 'extra_ai_cli_tools'];
    draft.leave(...Object.keys(file).filter((name) => !taken.includes(name)));
    return draft.finish();
  },
};

/** Its files are small; the parser's limit rejects aliases that expand without bound. */
function parseYaml(text: string): JsonRecord | null {
  if (text.length > 1_000_000) return null;
  try {
    return toRecord(parse(text, { maxAliasCount: 20, logLevel: 'silent' }) as unknown);
  } catch {
    return null;
  }
}

function mergeActivity({ activity }: Settings, domains: unknown, apps: unknown): unknown {
  const sites = toRecords(domains).map(({ domain, category, cost_per_hour: rate }) => ({
    ...{ domain, label: toName(domain, 100), category: toCategory(category), usdPerHour: rate ?? 0 },
  }));
  const programs = toRecords(apps).flatMap(({ name, process_names: names, category, cost_per_hour: rate }) =>
    toProcessNames(names, name).map((process) => ({
      ...{ name: process, label: name, category: toCategory(category), usdPerHour: rate ?? 0 },
    })),
  );
  return {
    ...activity,
    ownSites: mergeList<object>(activity.ownSites, sites, (site) => toMember(site, 'domain')),
    ownApps: mergeList<object>(activity.ownApps, programs, (app) => toMember(app, 'name')),
  };
}

function mergePrograms({ ownPrograms }: Settings, tools: unknown): unknown {
  const programs = toRecords(tools).flatMap(({ name, process_names: names, category }) =>
    toProcessNames(names, name).map((executable) => ({
      ...{ label: name, executable, category: category === 'local' ? 'local' : 'cli' },
    })),
  );
  return mergeList<object>(ownPrograms, programs, (program) => toMember(program, 'executable'));
}

/** Names of processes by system, each once and without `.exe`; the tool's own name where there are none. */
function toProcessNames(names: unknown, name: unknown): readonly unknown[] {
  const lists = Object.values(toRecord(names) ?? {}).filter((list) => Array.isArray(list));
  const all = lists.flat().filter((process) => typeof process === 'string');
  return all.length === 0 ? [name] : [...new Set(all.map((process) => process.replace(/\.exe$/i, '')))];
}

function toCategory(value: unknown): string {
  return activityCategories.find((category) => category === value) ?? 'chat';
}

function toMember(entry: object, name: string): string {
  return String((entry as JsonRecord)[name]);
}

function toRecords(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.map(toRecord).filter((record) => record !== null) : [];
}
