import { blockLimitUnits, noPlan, ownPlan, usualPlan, type BlockLimitUnit } from '../../../shared/domain/plan.ts';
import { costModes } from '../../../shared/domain/price-choices.ts';
import { workDayChoices, type WorkDays } from '../../../shared/domain/work-days.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { parseTypedWhole, toPlainDigits } from '../../../shared/messages/format/typed-numbers.ts';
import { dataColorScales, densities, themes } from '../../../shared/settings/appearance-choices.ts';
import { gaugeOpacities, trayIconCounts, trayTexts, trayTextTimes } from '../../../shared/settings/desktop-choices.ts';
import { languageChoices } from '../../../shared/settings/languages.ts';
import {
  detailRetentions,
  refreshCadences,
  trayIconColors,
  type DetailRetention,
  type Settings,
} from '../../../shared/settings/schema.ts';
import type { SourceStatus } from '../../../shared/snapshot/app-snapshot.ts';
import { messages } from '../../messages.ts';
import { toOptions, type Option } from '../../ui/options.ts';
import { readDollars, readNumber } from './form/typed-number.ts';

const { alerts, cost, general, monitoring, plan, statusline, trayAndKeys } = messages.settings;

/** What a status line can show. */
export const statuslinePresetOptions = toOptions(['minimal', 'default', 'full', 'ccusage', 'own'] as const, {
  ...statusline.presets,
  own: statusline.ownTemplate,
});

export const languageOptions = toOptions(languageChoices, general.languages);
export const themeOptions = toOptions(themes, general.themes);
export const densityOptions = toOptions(densities, general.densities);
export const dataColorOptions = toOptions(dataColorScales, general.dataColorScales);
export const trayColorOptions = toOptions(trayIconColors, general.trayColors);
export const trayTextOptions = toOptions(trayTexts, trayAndKeys.texts);
/** Percentages as they are stored. */
export const gaugeOpacityOptions: readonly Option<string>[] = gaugeOpacities.map((percent) => ({
  value: String(percent),
  label: messages.format.percent(percent),
}));
export const trayCountOptions = toOptions(trayIconCounts, trayAndKeys.iconCounts);
export const trayTimeOptions = toOptions(trayTextTimes, trayAndKeys.times);
export const limitUnitOptions = toOptions(blockLimitUnits, plan.units);
export const costModeOptions = toOptions(costModes, cost.modes);

/** The work days that the pace of weekly limits can be measured against. */
export const workDayOptions: readonly (Option<string> & { readonly days: WorkDays })[] = workDayChoices.map((days) => ({
  value: String(days),
  label: plan.workDayChoices[days],
  days,
}));

/** The plans of all agents, between no plan, and the usual use or a custom limit. */
export function toPlanOptions(sources: readonly Pick<SourceStatus, 'plans'>[]): readonly Option<string>[] {
  const listed = sources.flatMap(({ plans }) => plans.map(({ id, label }) => ({ value: id, label })));
  return [
    { value: noPlan, label: plan.noPlan },
    ...listed,
    { value: usualPlan, label: plan.usualPlan },
    { value: ownPlan, label: plan.ownPlan },
  ];
}

/** The refresh cadences. */
export const cadenceOptions: readonly (Option<string> & { readonly cadence: Settings['refreshCadence'] })[] =
  refreshCadences.map((cadence) => ({ value: String(cadence), label: monitoring.cadence(cadence), cadence }));

/** How long single requests can be kept. */
export const retentionOptions: readonly (Option<string> & { readonly retention: DetailRetention })[] =
  detailRetentions.map((retention) => ({
    value: String(retention),
    label: monitoring.retentions(retention),
    retention,
  }));

/** Parses thresholds: whole percentages from 1 to 100, separated by commas or spaces, five at most. */
export function parseThresholds(text: string): Result<number[]> {
  const parts = toPlainDigits(text)
    .split(/[\s,;%\u061b\u066a\uff05\uff1b]+/)
    .filter((part) => part !== '');
  const values = parts.map(Number);
  if (values.some((value) => !Number.isInteger(value) || value < 1 || value > 100)) {
    return fail(alerts.badThresholds);
  }
  const unique = [...new Set(values)].sort((a, b) => a - b);
  return unique.length > 5 ? fail(alerts.tooManyThresholds) : ok(unique);
}

/** Formats thresholds as they are entered. */
export function formatThresholds(values: readonly number[]): string {
  return values.join(', ');
}

/** Parses a currency code: one of ISO 4217 that this system knows. */
export function parseCurrencyCode(text: string): Result<string> {
  const code = text.trim().toUpperCase();
  return Intl.supportedValuesOf('currency').includes(code) ? ok(code) : fail(cost.badCurrency);
}

/** Parses an exchange rate. */
export function parseRate(text: string): Result<number> {
  return readNumber(text, { min: 1e-9, max: 1e9, refusal: cost.badRate });
}

/** Parses a limit. Units other than money have no decimals, so every separator in them groups thousands. */
export function parseLimitValue(text: string, unit: BlockLimitUnit): Result<number> {
  const whole = unit === 'usd' ? null : parseTypedWhole(text);
  const read = unit === 'usd' ? readDollars : readNumber;
  const value = whole === null ? read(text, { min: 0.01, max: Infinity, refusal: plan.badLimit }) : ok(whole);
  if (value.ok && value.value > 1e12) return fail(plan.limitTooLarge);
  return value.ok && value.value < 0.01 ? fail(plan.badLimit) : value;
}

/** Finds a time zone by its name or city, ignoring case, with spaces for underscores; null when there is none. */
export function findTimeZone(text: string, zones: readonly string[]): string | null {
  const wanted = text.trim().replaceAll(' ', '_').toLowerCase();
  if (wanted === '' || wanted === 'system') return 'system';
  const exact = zones.find((zone) => zone.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const cities = zones.filter((zone) => zone.toLowerCase().split('/').at(-1) === wanted);
  return cities.length === 1 ? (cities[0] ?? null) : null;
}
