import type { Component } from 'svelte';
import type { View } from '../../shared/contract/index.ts';
import type { Parameters } from '../state/hash.ts';
import type { ViewProps } from '../state/view-props.ts';

/** The views that are loaded when they are first shown. Settings are separate, since they have other props. */
export type LazyView = Exclude<View, 'settings'>;

type Load = () => Promise<{ readonly default: Component<ViewProps> }>;

/** How to load each view, for every surface that has views. */
export const lazyViews: Readonly<Record<LazyView, Load>> = {
  overview: () => import('./overview/Overview.svelte'),
  explore: () => import('./explore/Explore.svelte'),
  limits: () => import('./limit-history/LimitHistory.svelte'),
  processes: () => import('./process-tree/ProcessTree.svelte'),
  apps: () => import('./apps/Apps.svelte'),
  alerts: () => import('./alert-history/AlertHistory.svelte'),
  compare: () => import('./compare/Compare.svelte'),
};

/** Views whose figures depend on the range. */
export const rangedViews: readonly View[] = ['overview', 'explore', 'limits', 'apps', 'compare'];

/** Whether the range acts on what is shown: a session's timeline always shows all of it. */
export function hasRange(view: View, { session }: Parameters): boolean {
  return rangedViews.includes(view) && (view !== 'explore' || session === undefined);
}
