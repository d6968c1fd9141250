import type { AlertRecord } from '../../../shared/domain/alert-record.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { describeAlert } from '../../../shared/messages/describe-alert.ts';
import { messages } from '../../messages.ts';

/** An alert of the history, in words. */
export interface AlertView {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** When it was raised, ISO 8601. */
  readonly at: string;
  readonly ago: string;
}

/** Puts the latest alerts into words, as they were when they were raised. */
export function toAlertViews(
  rows: readonly AlertRecord[],
  context: {
    readonly nowMs: number;
    readonly currency: Currency;
    readonly labelOf: (source: SourceId) => string;
  },
): readonly AlertView[] {
  return rows.map(({ id, intent, raisedAtMs }) => {
    const sourceLabel = intent.source === null ? '' : context.labelOf(intent.source);
    const words = { nowMs: raisedAtMs, currency: context.currency, sourceLabel };
    const { title, body } = describeAlert(intent, words, messages);
    const ago = messages.units.ago(context.nowMs - raisedAtMs);
    return { id, title, body, at: new Date(raisedAtMs).toISOString(), ago };
  });
}
