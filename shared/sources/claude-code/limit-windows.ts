import type { LogRecord } from '../../domain/log-record.ts';
import { toRecord, isGiven } from '../../lib/json-record.ts';
import { toLimitText, parsePercent, toLimitRecords, type RawWindow, type ReadingBase } from '../lib/limit-values.ts';

/** Lengths of the provider's windows in minutes. */
export const sessionMinutes = 300;
export const weekMinutes = 10_080;

/** What all readings of this provider's limits share. */
export const claudeLimit = { provider: 'anthropic', name: 'claude', source: 'claude-code' } as const;

/** The window of five hours, of a week, or of a week for one model. */
export function toWindow(
  windowMinutes: typeof sessionMinutes | typeof weekMinutes,
  model: string | null,
): Pick<RawWindow, 'windowMinutes' | 'scope' | 'label'> {
  return model === null ? { windowMinutes } : { windowMinutes, scope: `7d ${model.toLowerCase()}`, label: model };
}

/**
 * A window of an answer's object: `share` names the field of the percentage (0 to 100). Nothing where the provider
 * reports no such window or no number for it; a skip where the number is impossible.
 */
export function readWindow(
  base: ReadingBase,
  value: unknown,
  share: string,
  window: Pick<RawWindow, 'windowMinutes' | 'scope' | 'label' | 'amount'>,
): readonly LogRecord[] {
  const record = toRecord(value);
  if (record === null || !isGiven(record[share])) return [];
  return toLimitRecords(base, { ...window, usedPercent: parsePercent(record[share]), reset: record['resets_at'] });
}

/** A model's display name in a window's scope; null when the window covers all models. */
export function toModelName(scope: unknown): string | null {
  const model = toRecord(toRecord(scope)?.['model']);
  return toLimitText(model?.['display_name']) ?? toLimitText(model?.['id']);
}
