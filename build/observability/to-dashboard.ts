import { DashboardBuilder, DatasourceVariableBuilder, type Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import type { DashboardPlan, Panel } from './panels.ts';

const columns = 24;
const sizes = { stat: { h: 4, w: 6 }, timeseries: { h: 8, w: 12 }, table: { h: 8, w: 24 } } as const;
const builders = { stat: StatBuilder, timeseries: TimeseriesBuilder, table: TableBuilder } as const;

/** A dashboard as Grafana reads it: panels from left to right, each kind on rows of its own. */
export function toDashboard({ id, title, panels }: DashboardPlan): Dashboard {
  const dashboard = new DashboardBuilder(title)
    .uid(`fuelgauge-${id}`)
    .tags(['fuelgauge'])
    .refresh('30s')
    .time({ from: 'now-24h', to: 'now' })
    .timezone('browser')
    .withVariable(new DatasourceVariableBuilder('datasource').type('prometheus'));
  for (const { panel, place } of placePanels(panels)) dashboard.withPanel(toPanel(panel, place));
  return dashboard.build();
}

/** A panel and its place in a grid of 24 columns. */
export interface PlacedPanel {
  readonly panel: Panel;
  readonly place: { readonly h: number; readonly w: number; readonly x: number; readonly y: number };
}

/** Places panels from left to right. Panels of different heights do not share a row. */
export function placePanels(panels: readonly Panel[]): readonly PlacedPanel[] {
  let [x, y, rowHeight] = [0, 0, 0];
  return panels.map((panel) => {
    const { h, w } = sizes[panel.kind];
    if (x + w > columns || (rowHeight !== 0 && rowHeight !== h)) [x, y] = [0, y + rowHeight];
    const place = { h, w, x, y };
    [x, rowHeight] = [x + w, h];
    return { panel, place };
  });
}

function toPanel({ kind, title, unit, expr, legend }: Panel, place: PlacedPanel['place']) {
  const query = new DataqueryBuilder().refId('A').expr(expr);
  if (legend !== undefined) query.legendFormat(legend);
  if (kind === 'table') query.instant().format('table' as never);
  return new builders[kind]()
    .title(title)
    .unit(unit)
    .datasource({ type: 'prometheus', uid: '${datasource}' })
    .gridPos(place)
    .withTarget(query);
}
