import type { ExplainedReading } from '../domain/explanation.ts';
import { toLimitKey } from '../domain/limit-id.ts';
import type { LimitReading, LimitWindow } from '../domain/limit-window.ts';
import { groupBy } from '../lib/group-by.ts';

/**
 * The newest reading of a window from each origin, newest first (its readings: see `groupByWindow`), with which of them
 * gives the shown figure, and which its reset. Two origins that disagree are both listed; the newer one is shown.
 */
export function explainReadings(window: LimitWindow, members: readonly LimitReading[]): readonly ExplainedReading[] {
  const places = groupBy(members, ({ id, source, origin }) => `${source} ${origin} ${toLimitKey(id)}`);
  const newest = [...places.values()]
    .map((place) => place.reduce((known, each) => (each.observedAtMs >= known.observedAtMs ? each : known)))
    .sort((left, right) => right.observedAtMs - left.observedAtMs);
  const used = newest.find(
    (each) => each.observedAtMs === window.observedAtMs && each.usedPercent === window.usedPercent,
  );
  const withReset = [...(used === undefined ? [] : [used]), ...newest].find(
    ({ resetsAtMs }) => resetsAtMs !== null && resetsAtMs === window.resetsAtMs,
  );
  return newest.map((each) => ({ ...each, isUsed: each === used, givesReset: each === withReset }));
}
