/** Views of the main window. */
export const views = ['history', 'settings'] as const;
export type View = (typeof views)[number];
