/** Views of the main window. */
export const views = ['overview', 'explore', 'limits', 'processes', 'apps', 'alerts', 'compare', 'settings'] as const;
export type View = (typeof views)[number];
