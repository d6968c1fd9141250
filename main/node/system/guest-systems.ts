import { minuteMs, secondMs } from '../../../shared/domain/instant.ts';
import type { HostEnvironment, OtherHome } from '../../../shared/sources/source.ts';
import { findDistribution, listHomes, type RunningDistributions } from './wsl-homes.ts';

/**
 * Other systems on this machine whose home folders count: WSL distributions on Windows. One that is stopped is asleep:
 * looking at any path in it would start it, so nothing may touch it, and its files are not gone.
 */
export interface GuestSystems {
  /** Home folders of those that run, and of those that ran earlier in this process. */
  homes(): readonly OtherHome[];
  /** Whether a path is in one that was not running when last asked, or that has not been asked about yet. */
  isAsleep(path: string): boolean;
  /** Whether a path is in one, awake or not: file system events from there are not to be relied on. */
  isGuest(path: string): boolean;
  /** Asks which ones run, unless that was done a moment ago. Never rejects. */
  refresh(): Promise<void>;
  /** The same, but less often while none run: for callers that poll regularly. */
  lookAround(): Promise<void>;
  /** Grows with every answer that differs from the one before. */
  revision(): number;
  hasAnswered(): boolean;
}

/** No other systems: everywhere but on Windows, and for the logs of a given home. */
export const noGuests: GuestSystems = {
  homes: () => [],
  isAsleep: () => false,
  isGuest: () => false,
  refresh: () => Promise.resolve(),
  lookAround: () => Promise.resolve(),
  revision: () => 0,
  hasAnswered: () => true,
};

/** The host as the sources see it now. */
export function withGuests(host: HostEnvironment, guests: GuestSystems): HostEnvironment {
  const homes = guests.homes();
  return homes.length === 0 ? host : { ...host, otherHomes: [...host.otherHomes, ...homes] };
}

/** An answer holds this long: a look at the logs asks about many folders. */
const freshMs = secondMs;
/** How often to look for running ones while there are none. */
const restMs = minuteMs;
/** After a program that hangs (the placeholder of Windows where WSL is not installed): do not try again for a while. */
const hungRestMs = 10 * minuteMs;

/** Builds the WSL distributions as guests; nothing is asked before `refresh`. Asking never starts one. */
export function createWslGuests(options: {
  readonly listRunning: () => Promise<RunningDistributions>;
  /** The homes in a distribution that runs; null when it does not answer. */
  readonly listHomes?: (distribution: string) => Promise<readonly OtherHome[] | null>;
  readonly nowMs?: () => number;
}): GuestSystems {
  const { listRunning, nowMs = () => performance.now() } = options;
  const homesOf = options.listHomes ?? listHomes;
  const homes = new Map<string, readonly OtherHome[]>();
  let running: ReadonlySet<string> = new Set();
  let askedAtMs = -Infinity;
  let isHung = false;
  let revision = 0;
  let asking: Promise<void> | null = null;

  const ask = async (): Promise<void> => {
    // A system of unknown state counts as asleep.
    const answer = await listRunning().catch((): RunningDistributions => ({ kind: 'running', names: [] }));
    askedAtMs = nowMs();
    isHung = answer.kind === 'hung';
    const names = answer.kind === 'running' ? answer.names : [];
    const woken = names.filter((name) => !running.has(toKey(name)));
    const before = [...running];
    running = new Set(names.map(toKey));
    // Only now that it is known to run.
    const found = await Promise.all(woken.map(async (name) => [name, await homesOf(name)] as const));
    for (const [name, list] of found) {
      if (list !== null) homes.set(toKey(name), list);
    }
    if (woken.length > 0 || before.some((key) => !running.has(key))) revision += 1;
  };

  const refreshAfter = (ms: number): Promise<void> => {
    if (asking === null && nowMs() - askedAtMs < (isHung ? hungRestMs : ms)) return Promise.resolve();
    asking ??= ask().finally(() => (asking = null));
    return asking;
  };

  return {
    homes: () => [...homes.values()].flat(),
    isGuest: (path) => findDistribution(path) !== null,
    isAsleep(path) {
      const distribution = findDistribution(path);
      return distribution !== null && !running.has(toKey(distribution));
    },
    refresh: () => refreshAfter(freshMs),
    lookAround: () => refreshAfter(running.size > 0 ? freshMs : restMs),
    revision: () => revision,
    hasAnswered: () => askedAtMs !== -Infinity,
  };
}

/** Windows does not distinguish upper and lower case in the names of shares. */
function toKey(distribution: string): string {
  return distribution.toLowerCase();
}
