/** How pages look. Without a schema, so that a page does not load the validator for these names. */
export const themes = ['system', 'light', 'dark', 'high-contrast'] as const;
/** How much room rows and cards have. */
export const densities = ['comfortable', 'compact'] as const;
/** The colors of charts and meters: our own, or a scale for every kind of color vision (see renderer/styles/tokens.css). */
export const dataColorScales = ['fuelgauge', 'okabe-ito'] as const;

/** The look until the user changes it. */
export const defaultAppearance = { theme: 'system', density: 'comfortable', dataColors: 'fuelgauge' } as const;

/** Shares of a limit, in percent, at which alerts fire until the user changes them. */
export const defaultThresholdsPercent: number[] = [75, 90];
