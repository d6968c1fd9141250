/** How fast tokens are used, held against what is usual for this person. */
export type Velocity = 'idle' | 'slow' | 'steady' | 'fast' | 'very-fast';
