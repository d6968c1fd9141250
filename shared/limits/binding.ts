import { endsAtMs, type LimitOutlook } from '../domain/limit-window.ts';
import type { LimitOrBlock } from './block-windows.ts';
import { findFirstToStop } from './first-to-stop.ts';

/** The window that stops the person first, by the rule of `findFirstToStop`; null when none is known to do so. */
export function findBindingWindow<Window extends LimitOrBlock>(windows: readonly Window[]): Window | null {
  return findFirstToStop<Window>(windows, { planOf: toPlanKey, endOf: endsAtMs });
}

/** Equal for the windows of one plan of one account. */
export function toPlanKey({ id }: Pick<LimitOutlook, 'id'>): string {
  return JSON.stringify([id.provider, id.account, id.name]);
}
