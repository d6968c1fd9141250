import { maxLabelValues } from '../../../shared/domain/metric-label.ts';
import type { Report } from '../../../shared/domain/report.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import { toLimitsOutlook } from '../../../shared/snapshot/outlook.ts';
import { boundLimits, type LimitBound } from './limit-bound.ts';
import { boundLabel, type LabelBound } from './label-bound.ts';

/** Usage of one model of one source, and with projects, in one of them. */
export interface UsageRow {
  readonly source: string;
  readonly model: string;
  /** Empty where there is none, or where projects are not named. */
  readonly project: string;
  readonly totals: Report['rows'][number];
}

/** The data behind the metrics: all usage ever read, and the current state. */
export interface Collected {
  readonly usage: readonly UsageRow[];
  readonly foldedModels: number;
  readonly foldedProjects: number;
  readonly limits: LimitBound;
  readonly snapshot: AppSnapshot;
  readonly nowMs: number;
}

/** Prepares a report by model, split by project or not at all. */
export function collect(report: Report, snapshot: AppSnapshot, nowMs: number): Collected {
  const rows = report.rows.toSorted((a, b) => a.firstAtMs - b.firstAtMs);
  const model: LabelBound = boundLabel(
    rows.map(({ key }) => key),
    maxLabelValues,
  );
  const project: LabelBound = boundLabel(
    rows.map(({ split }) => split),
    maxLabelValues,
  );
  return {
    usage: rows.map((row) => ({
      source: row.source,
      model: model.toLabel(row.key),
      project: project.toLabel(row.split),
      totals: row,
    })),
    foldedModels: model.folded,
    foldedProjects: project.folded,
    limits: boundLimits(toLimitsOutlook(snapshot.sections.limits, nowMs).windows, maxLabelValues),
    snapshot,
    nowMs,
  };
}
