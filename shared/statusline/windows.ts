import type { StatusLimit } from '../domain/agent-status.ts';
import { dayMs, minuteMs } from '../domain/instant.ts';
import { isResetTooFar, sameResetMs } from '../domain/limit-window.ts';
import type { FactWindow } from './facts.ts';
import { toRunOutMs } from './pace.ts';
import type { Scene } from './scene.ts';

/** A limit window as a line shows it. */
export interface LineWindow {
  readonly title: string;
  /** Equal for the windows of one plan of one account. */
  readonly plan: string;
  readonly windowMinutes: number | null;
  readonly label: string | null;
  readonly usedPercent: number;
  readonly resetsAtMs: number | null;
  /** Null when it lasts, when nothing is known, and for a reading that is too old, unless it is used up. */
  readonly runsOutAtMs: number | null;
  /** The probability, 0 to 1, that it is used up before its reset; null when nothing is known. */
  readonly runOutProbability: number | null;
  /** A reading that is too old to be trusted. */
  readonly isStale: boolean;
  /** Of another agent or account than the session's. */
  readonly isForeign: boolean;
}

/** Enough of an account's hash to know it from others. */
const accountLength = 4;
/** Up to this difference in percent, what the facts expect of a window still holds. */
const samePercent = 1;

/**
 * The windows of the session's account: those that the agent passes now, and from the facts those that it does not pass,
 * such as that of one model; the shortest first. A window that has reset is dropped.
 */
export function listWindows(scene: Scene): readonly LineWindow[] {
  return listAllWindows(scene)
    .filter(({ isForeign }) => !isForeign)
    .sort((a, b) => (a.windowMinutes ?? Infinity) - (b.windowMinutes ?? Infinity));
}

/** The same, and those of other agents and accounts, in the order of the facts: of two equal ones all surfaces take the first. */
export function listAllWindows(scene: Scene): readonly LineWindow[] {
  const { status, nowMs } = scene;
  const facts = listFacts(scene);
  const owners = findOwners(scene, facts);
  const isOwn = (window: FactWindow): boolean =>
    scene.source === null || (window.source === scene.source && owners.has(window.account ?? null));
  const isReported = ({ windowMinutes, label }: FactWindow): boolean =>
    label === null && status.limits.some((each) => each.windowMinutes === windowMinutes);
  const ownPlan = facts.find(isOwn)?.plan ?? `${scene.source}`;
  const reported = status.limits.map((limit) =>
    toReportedWindow(scene, limit, { plan: ownPlan, facts: facts.filter(isOwn) }),
  );
  const others = facts.filter((window) => !(isOwn(window) && isReported(window)));
  return [...reported, ...others.map((window) => toLineWindow(scene, window, !isOwn(window)))].filter(
    ({ resetsAtMs }) => resetsAtMs === null || resetsAtMs > nowMs,
  );
}

type KnownWindow = FactWindow & { readonly usedPercent: number };

function listFacts({ facts }: Scene): readonly KnownWindow[] {
  return (facts?.windows ?? []).filter((window): window is KnownWindow => window.usedPercent !== null);
}

/**
 * The accounts among the facts that may be the session's: those with a week that resets when the agent says, else those of
 * which none resets at another time. A shorter window proves nothing: those of two accounts that are used in turn begin
 * in the same hour, and that of one account moves.
 */
function findOwners({ status, source, nowMs }: Scene, facts: readonly KnownWindow[]): ReadonlySet<string | null> {
  const own = facts.filter((window) => window.source === source);
  const same = new Set<string | null>();
  const other = new Set<string | null>();
  for (const { account = null, label, windowMinutes, resetsAtMs } of own) {
    if (label !== null || (windowMinutes ?? 0) * minuteMs < dayMs) continue;
    const reported = status.limits.find((limit) => limit.windowMinutes === windowMinutes)?.resetsAtMs ?? null;
    if (reported === null || resetsAtMs === null || resetsAtMs <= nowMs) continue;
    (Math.abs(reported - resetsAtMs) <= sameResetMs ? same : other).add(account);
  }
  if (same.size > 0) return same;
  return new Set(own.map(({ account = null }) => account).filter((account) => !other.has(account)));
}

/**
 * Uses the facts' expectation for the same window at the same share, as every other surface does; otherwise its pace so
 * far.
 */
function toReportedWindow(
  { words, nowMs }: Scene,
  limit: StatusLimit,
  own: { readonly plan: string; readonly facts: readonly KnownWindow[] },
): LineWindow {
  const { name, windowMinutes, usedPercent, resetsAtMs: given } = limit;
  const resetsAtMs = given === null || isResetTooFar(given, windowMinutes, nowMs) ? null : given;
  const known = own.facts.find(
    (window) =>
      window.label === null &&
      window.windowMinutes === windowMinutes &&
      Math.abs((window.resetsAtMs ?? Infinity) - (resetsAtMs ?? 0)) <= sameResetMs &&
      Math.abs(window.usedPercent - usedPercent) <= samePercent &&
      nowMs <= window.trustedUntilMs,
  );
  const isExpected = known !== undefined && usedPercent < 100 && known.usedPercent < 100;
  return {
    title: words.window(windowMinutes, null, name),
    plan: own.plan,
    ...{ windowMinutes, label: null, usedPercent, resetsAtMs },
    runsOutAtMs: isExpected ? known.runsOutAtMs : toRunOutMs({ ...limit, resetsAtMs }, nowMs),
    runOutProbability: isExpected ? (known.runOutProbability ?? null) : null,
    ...{ isStale: false, isForeign: false },
  };
}

function toLineWindow(scene: Scene, window: KnownWindow, isForeign: boolean): LineWindow {
  const { source, plan, windowMinutes, label, usedPercent, resetsAtMs, runsOutAtMs, trustedUntilMs } = window;
  const isStale = scene.nowMs > trustedUntilMs;
  // What is used up stays so until its reset; without one, it is unknown how long.
  const isKept = !isStale || (usedPercent >= 100 && resetsAtMs !== null);
  return {
    title: toTitle(scene, window, isForeign),
    plan: plan ?? source,
    ...{ windowMinutes, label, usedPercent, resetsAtMs },
    runsOutAtMs: isKept ? runsOutAtMs : null,
    runOutProbability: isKept ? (window.runOutProbability ?? null) : null,
    ...{ isStale, isForeign },
  };
}

/** Names the agent and the account where a line could mean several. */
function toTitle({ words, source, facts }: Scene, window: FactWindow, isForeign: boolean): string {
  const all = facts?.windows ?? [];
  const name = words.window(window.windowMinutes, window.label, window.scope);
  const title = window.isEstimated === true ? words.estimated(name) : name;
  const isNamed = source === null ? all.some((each) => each.source !== window.source) : source !== window.source;
  const hasSeveral = all.some((each) => each.source === window.source && each.account !== window.account);
  const isOtherAccount = isForeign && !isNamed;
  const whole = isNamed ? `${window.source} ${title}` : title;
  return isOtherAccount || (hasSeveral && (isForeign || source === null))
    ? words.ofAccount(whole, window.account?.slice(0, accountLength) ?? null)
    : whole;
}
