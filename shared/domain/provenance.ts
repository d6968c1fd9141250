/**
 * Where a number comes from. `official`: the provider said so. `measured`: summed from logs or sampled from the
 * system. `estimated`: a model of ours. `stale`: was official, is too old to be trusted. `unknown`: not known.
 */
export type Provenance = 'official' | 'measured' | 'estimated' | 'stale' | 'unknown';
