import type { FactWindow, StatuslineFacts } from './facts.ts';
import { toRunOutMs } from './pace.ts';
import type { Scene } from './scene.ts';

/** A limit window as a line shows it. */
export interface LineWindow {
  readonly title: string;
  readonly windowMinutes: number | null;
  readonly label: string | null;
  readonly usedPercent: number;
  readonly resetsAtMs: number | null;
  readonly runsOutAtMs: number | null;
  /** A reading that is too old to be trusted. */
  readonly isStale: boolean;
}

/**
 * The windows of the session's account: those that the agent passes now, and from the facts those that it does not pass,
 * such as that of one model. A window that has reset is dropped.
 */
export function listWindows(scene: Scene): readonly LineWindow[] {
  const { status, facts, source, nowMs, words } = scene;
  const told = status.limits.map((limit) => ({
    title: words.window(limit.windowMinutes, null, limit.name),
    windowMinutes: limit.windowMinutes,
    label: null,
    usedPercent: limit.usedPercent,
    resetsAtMs: limit.resetsAtMs,
    runsOutAtMs: toRunOutMs(limit, nowMs),
    isStale: false,
  }));
  const isTold = ({ windowMinutes, label }: FactWindow): boolean =>
    label === null && told.some((each) => each.windowMinutes === windowMinutes);
  const others = (facts?.windows ?? []).filter(
    (window) => (source === null || window.source === source) && !isTold(window),
  );
  return [...told, ...others.flatMap((window) => toLineWindow(scene, window) ?? [])]
    .filter(({ resetsAtMs }) => resetsAtMs === null || resetsAtMs > nowMs)
    .sort((a, b) => (a.windowMinutes ?? Infinity) - (b.windowMinutes ?? Infinity));
}

/** The window that stops the person first, otherwise the fullest that is not out of date; null when none is known. */
export function findTopWindow(scene: Scene): LineWindow | null {
  const fullest = listWindows(scene)
    .filter(({ isStale }) => !isStale)
    .reduce<LineWindow | null>((top, each) => (top === null || each.usedPercent > top.usedPercent ? each : top), null);
  return findBinding(scene) ?? fullest;
}

/** The window that stops the person first, over all agents where the facts say; null when all last or none is known. */
export function findBinding(scene: Scene): LineWindow | null {
  const binding = toFreshBinding(scene.facts, scene);
  if (binding !== null) return binding;
  const [first] = listWindows(scene)
    .filter(({ runsOutAtMs }) => runsOutAtMs !== null)
    .sort((a, b) => a.runsOutAtMs! - b.runsOutAtMs!);
  return first ?? null;
}

/** What the agent passes now is newer than the facts about its own windows. */
function toFreshBinding(facts: StatuslineFacts | null, scene: Scene): LineWindow | null {
  const binding = facts?.binding ?? null;
  if (binding === null || (binding.source === scene.source && binding.label === null && scene.status.limits.length > 0))
    return null;
  const window = toLineWindow(scene, binding);
  return window === null || window.isStale || (window.resetsAtMs !== null && window.resetsAtMs <= scene.nowMs)
    ? null
    : window;
}

function toLineWindow({ words, nowMs, source, facts }: Scene, window: FactWindow): LineWindow | null {
  if (window.usedPercent === null) return null;
  const title = words.window(window.windowMinutes, window.label, window.scope);
  // A line about all agents names them where there is more than one.
  const isNamed = source === null && (facts?.windows ?? []).some((each) => each.source !== window.source);
  return {
    title: isNamed ? `${window.source} ${title}` : title,
    windowMinutes: window.windowMinutes,
    label: window.label,
    usedPercent: window.usedPercent,
    resetsAtMs: window.resetsAtMs,
    runsOutAtMs: window.runsOutAtMs,
    isStale: nowMs > window.trustedUntilMs,
  };
}
