import { InvalidArgumentError } from 'commander';
import { isTimeZone, parseDay, type DayKey } from '../../../../shared/domain/calendar-day.ts';
import { reportKeys } from '../../../../shared/domain/report.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { findSource } from '../../../../shared/sources/registry.ts';
import { messages } from '../messages.ts';
import { sourceIds } from './source-ids.ts';

const { wrongUsage } = messages.cli.help;
const maxCount = 1_000_000;
const maxTokenName = 80;

// Each throws an InvalidArgumentError for what it does not allow, which Commander reports as wrong usage.

/** A day, as `2026-05-01` or `20260501`. */
export function parseDayOption(text: string): DayKey {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError(wrongUsage.day);
  return day;
}

/** The name of a time zone that this system knows. */
export function parseZoneOption(text: string): string {
  if (!isTimeZone(text)) throw new InvalidArgumentError(wrongUsage.timeZone);
  return text;
}

/** The same; empty for `auto` or `local`, which mean the one in the settings, as with claude-monitor. */
export function parseZoneChoice(text: string): string {
  return text === 'auto' || text === 'local' ? '' : parseZoneOption(text);
}

/** An unset variable in a script must not mean the current folder. */
export function parseFolderOption(text: string): string {
  if (text === '') throw new InvalidArgumentError(wrongUsage.folder);
  return text;
}

/** The name of a token: one line that fits into a list. */
export function parseTokenName(text: string): string {
  const name = cleanText(text).trim();
  if (name === '' || name.length > maxTokenName) throw new InvalidArgumentError(wrongUsage.tokenName(maxTokenName));
  return name;
}

/** A file for an archive. Another extension would promise another format. */
export function parseZipOption(text: string): string {
  if (!/\.zip$/i.test(text)) throw new InvalidArgumentError(wrongUsage.zipFile);
  return text;
}

/** The id of a source. */
export function parseSourceOption(text: string): SourceId {
  if (findSource(text) === null) throw new InvalidArgumentError(wrongUsage.choice(sourceIds));
  return text;
}

/** One of some values. */
export function parseChoiceOption(choices: readonly string[]): (text: string) => string {
  return (text) => {
    if (!choices.includes(text)) throw new InvalidArgumentError(wrongUsage.choice(choices));
    return text;
  };
}

/** How many rows or periods: a whole number above zero. */
export function parseCountOption(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > maxCount) throw new InvalidArgumentError(wrongUsage.count);
  return count;
}

/** PIDs, added to those that came before. 0 and 1 are never processes of an agent. */
export function parsePid(text: string, others: readonly number[] | undefined): readonly number[] {
  const pid = Number(text);
  if (!/^\d+$/.test(text) || pid < 2 || pid > 2 ** 31) throw new InvalidArgumentError(wrongUsage.pid);
  return [...(others ?? []), pid];
}

/** A share: any number from 0 to 100. */
export function parsePercentOption(text: string): number {
  const percent = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || percent > 100) throw new InvalidArgumentError(wrongUsage.percent);
  return percent;
}

/** Dollars: from a cent to a billion. */
export function parseUsdOption(text: string): number {
  const usd = Number(text);
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(text) || usd < 0.01) throw new InvalidArgumentError(wrongUsage.usd);
  return usd;
}

/** A number within a range, both ends included. */
export function parseRangeOption(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(wrongUsage.range(min, max));
    }
    return value;
  };
}

/** An hour of the clock: a whole number from 0 to 23. */
export function parseHourOption(text: string): number {
  if (!/^\d{1,2}$/.test(text) || Number(text) > 23) throw new InvalidArgumentError(wrongUsage.range(0, 23));
  return Number(text);
}

/** A name, added to those that the option was given before. */
export function parseRepeatedOption(name: string, others: readonly string[] | undefined): readonly string[] {
  if (name === '') throw new InvalidArgumentError(wrongUsage.name);
  return [...(others ?? []), name];
}

/** A glob, added to those that the option was given before. */
export function parseGlobOption(glob: string, others: readonly string[] | undefined): readonly string[] {
  if (glob === '' || glob.includes('\n')) throw new InvalidArgumentError(wrongUsage.glob);
  return [...(others ?? []), glob];
}

/** Names of columns separated by commas, each once. */
export function parseColumnsOption(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('') || new Set(names).size < names.length) throw new InvalidArgumentError(wrongUsage.columns);
  return names;
}

/** Keys of a report separated by commas, each once. */
export function parseReportKeysOption(text: string): string {
  const names = text.split(',').map((name) => name.trim());
  const isKnown = names.every((name) => (reportKeys as readonly string[]).includes(name));
  if (!isKnown || new Set(names).size < names.length) throw new InvalidArgumentError(wrongUsage.choice(reportKeys));
  return names.join(',');
}

/** A number of tokens, or `max`. */
export function parseTokenLimitOption(text: string): number | 'max' {
  if (text === 'max') return text;
  const tokens = Number(text);
  if (!/^\d{1,15}$/.test(text) || tokens < 1) throw new InvalidArgumentError(wrongUsage.tokenLimit);
  return tokens;
}
