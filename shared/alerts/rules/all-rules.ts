import type { AlertKind } from '../../domain/alert-intent.ts';
import type { AlertRule } from '../alert-rule.ts';
import { thresholdRule } from './threshold.ts';

/** The rule for every kind of alert. */
export const alertRules = {
  threshold: thresholdRule,
} satisfies { readonly [Kind in AlertKind]: AlertRule<Kind> };
