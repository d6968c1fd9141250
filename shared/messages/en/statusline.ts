import { dayMs, hourMs, minuteMs } from '../../domain/instant.ts';
import { toWholePercent } from '../../lib/whole-percent.ts';
import { nameScope, type ScopeNames } from '../format/name-scope.ts';

// Without Intl: its first use takes longer than everything else that a status line does.

const symbols: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹', CHF: 'CHF ' };

/** `2h 10m`, `3d 4h`, `12m`, `40s`: two units at most. */
function duration(ms: number): string {
  if (ms < minuteMs) return `${Math.max(0, Math.floor(ms / 1_000))}s`;
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)}m`;
  if (ms < dayMs) return `${Math.floor(ms / hourMs)}h ${Math.floor((ms % hourMs) / minuteMs)}m`;
  return `${Math.floor(ms / dayMs)}d ${Math.floor((ms % dayMs) / hourMs)}h`;
}

/** `950`, `1.2k`, `34k`, `1.5M`. */
function count(value: number): string {
  const unit = [1e9, 1e6, 1e3].find((each) => value >= each);
  if (unit === undefined) return String(Math.round(value));
  const scaled = value / unit;
  return `${scaled < 10 ? Math.floor(scaled * 10) / 10 : Math.floor(scaled)}${unit === 1e9 ? 'G' : unit === 1e6 ? 'M' : 'k'}`;
}

/** Neither 100 % nor 0 % unless it is that. */
function percent(value: number): string {
  return value > 0 && value < 1 ? '<1%' : `${toWholePercent(value)}%`;
}

/** An amount in a currency; `perUsd` units are a dollar. */
function money(usd: number, { code, perUsd }: { readonly code: string; readonly perUsd: number }): string {
  const amount = usd * perUsd;
  const digits = code === 'JPY' || amount >= 1_000 ? 0 : 2;
  return `${symbols[code] ?? `${code} `}${amount.toFixed(digits)}`;
}

const scopeNames: ScopeNames = { credits: 'credits', spend: 'spending', unknown: 'limit' };

/** How a window is called by its length, or by what it covers. */
function window(windowMinutes: number | null, label: string | null, name: string): string {
  const length = windowMinutes === null ? nameScope(name, scopeNames).replaceAll('_', ' ') : lengthOf(windowMinutes);
  return label === null ? length : windowMinutes === null ? label : `${length} ${label}`;
}

function lengthOf(minutes: number): string {
  if (minutes === 10_080) return 'week';
  if (minutes % 1_440 === 0) return `${minutes / 1_440}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

/** The words of a status line. A tilde marks an estimate, an age in brackets what is out of date. */
export const statuslineWords = {
  duration,
  count,
  percent,
  money,
  window,
  /** Behind an amount of which more is not known. */
  atLeast: (text: string): string => `${text}+`,
  /** Before what was estimated. */
  estimated: (text: string): string => `~${text}`,
  stale: (ageMs: number): string => `(${duration(ageMs)} old)`,
  resetsIn: (ms: number): string => `↻ ${duration(ms)}`,
  /** A time of day says nothing about another day. */
  runsOut: (clock: string, inMs: number): string =>
    inMs < dayMs ? `out ~${clock} (${duration(inMs)})` : `out in ~${duration(inMs)}`,
  runsOutShort: (clock: string, inMs: number): string => (inMs < dayMs ? `out ~${clock}` : `out in ~${duration(inMs)}`),
  usedUp: (window: string, reset: { readonly clock: string; readonly inMs: number } | null): string => {
    if (reset === null) return `${window} used up`;
    return `${window} used up ${reset.inMs < dayMs ? `until ${reset.clock}` : `for ${duration(reset.inMs)}`}`;
  },
  /** A window of one of several accounts. */
  ofAccount: (window: string, account: string | null): string => `${window} (${account ?? '?'})`,
  lasts: 'lasts to the reset',
  binding: (window: string): string => `${window} first`,
  context: (percent: string, tokens: string | null): string => (tokens === null ? percent : `${percent} ${tokens}`),
  contextName: 'ctx',
  effort: (level: string): string => level,
  fast: 'fast',
  cacheWarm: (left: string | null): string => (left === null ? 'cache warm' : `cache ${left}`),
  cacheCold: 'cache cold',
  cacheHits: (percent: string): string => `${percent} hits`,
  compactions: (times: string): string => `compacted ${times}×`,
  speed: (tokens: string): string => `${tokens} tok/s`,
  burn: (money: string | null, tokens: string): string => (money === null ? `${tokens}/min` : `${money}/h`),
  burnLevels: { normal: 'normal', moderate: 'moderate', high: 'high' },
  session: (money: string): string => `${money} session`,
  block: (money: string, left: string): string => `${money} block (${left} left)`,
  blockShort: (money: string): string => `${money} block`,
  day: (money: string): string => `${money} today`,
  budget: (percent: string, money: string): string => `${percent} of ${money}`,
  bothCosts: (own: string, ours: string): string => `${own} agent / ${ours} list`,
  lines: (added: string, removed: string): string => `+${added} -${removed}`,
  agents: (agents: number): string => (agents === 1 ? '1 agent' : `${agents} agents`),
  tasks: (tasks: number): string => (tasks === 1 ? '1 task' : `${tasks} tasks`),
  servers: (servers: number): string => `${servers} MCP`,
  pullRequest: (number: number, kind: string | null): string => (kind === 'mr' ? `!${number}` : `#${number}`),
  /** `fuelgauge status`. */
  overview: {
    noHost: 'fuelgauge: nothing known yet. Start the app or "fuelgauge serve", or use "fuelgauge status --read"',
    noHostShort: 'fuelgauge: no data',
    /** A host runs, and has not read the logs yet, or does not know yet that somebody asks. */
    notYet:
      'fuelgauge: Fuelgauge is running, but has no figures here yet. It writes them soon after it has read the logs',
    notYetShort: 'fuelgauge: no data yet',
    nothing: 'no limits and no usage known',
    noHostSince: (ageMs: number): string =>
      `No app and no "fuelgauge serve" has written anything for ${duration(ageMs)}.`,
    window: (window: { title: string; used: string; resetsIn: string | null; isStale: boolean }): string =>
      `${window.title}: ${window.used} used${window.isStale ? ' (out of date)' : ''}` +
      (window.resetsIn === null ? '' : `, resets in ${window.resetsIn}`),
  },
  unknownWidget: (name: string, names: readonly string[]): string =>
    `fuelgauge: There is no widget "${name}". The widgets are ${names.join(', ')}.`,
  /** A payload without any facts. */
  nothing: 'fuelgauge',
};

export type StatuslineWords = typeof statuslineWords;
