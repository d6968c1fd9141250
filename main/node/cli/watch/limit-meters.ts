import { toLevel } from '../../../../shared/domain/level.ts';
import { hasReset, toAgeMs, toLimitTitle, type LimitOutlook } from '../../../../shared/domain/limit-window.ts';
import type { SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { toLimitsOutlook } from '../../../../shared/snapshot/outlook.ts';
import { messages } from '../messages.ts';
import { toUsedText } from '../output/limit-text.ts';
import type { LivePage } from './live-page.ts';
import { formatMeters } from './meters.ts';

const { cli, common, limits, units } = messages;
const { watch: texts } = cli;

/** The limit windows as meters, the binding one marked with `>`; empty when there are none. */
export function formatLimits(
  page: LivePage,
  limits: SnapshotSections['limits'],
  thresholdsPercent: readonly number[],
): string {
  const { windows, binding } = toLimitsOutlook(limits, page.nowMs);
  if (windows.length === 0) return '';
  return formatMeters(
    page,
    windows.map((window) => ({
      label: `${window === binding ? '>' : ' '} ${window.source} ${units.limitWindow(toLimitTitle(window))}`,
      percent: window.usedPercent,
      value: toUsedText(window),
      mark: window.provenance === 'stale' ? null : (window.pace?.elapsedPercent ?? null),
      note: toNote(page, window),
      level: window.usedPercent === null ? null : toLevel(window.usedPercent, thresholdsPercent),
    })),
  );
}

function toNote(page: LivePage, window: LimitOutlook): string {
  const { resetsAtMs, runsOutAtMs, runOutProbability, provenance } = window;
  return texts.notes([
    hasReset(window, page.nowMs) ? limits.hasReset : resetsAtMs === null ? null : texts.resets(resetsAtMs - page.nowMs),
    runsOutAtMs !== null
      ? texts.runsOut(runsOutAtMs - page.nowMs)
      : runOutProbability === null
        ? null
        : texts.mayRunOut(runOutProbability),
    provenance === 'stale' ? texts.staleReading(toAgeMs(window, page.nowMs)) : common.provenance[provenance].label,
  ]);
}
