/**
 * Where a number comes from. `official`: the provider reported it. `measured`: summed from logs or sampled from the
 * system. `estimated`: from a model of ours. `stale`: was official, but is too old to be trusted. `unknown`: not known.
 */
export type Provenance = 'official' | 'measured' | 'estimated' | 'stale' | 'unknown';
