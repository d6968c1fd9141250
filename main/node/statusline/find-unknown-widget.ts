import { listWidgets, parseTemplate } from '../../../shared/statusline/template.ts';
import { findWidget } from '../../../shared/statusline/widgets/all-widgets.ts';

/** The first name in a template that no widget has; null when all are known. */
export function findUnknownWidget(template: string): string | null {
  return listWidgets(parseTemplate(template)).find(({ name }) => findWidget(name) === null)?.name ?? null;
}
