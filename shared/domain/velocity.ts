/** How fast tokens are used, compared with what is usual for this person. */
export type Velocity = 'idle' | 'slow' | 'steady' | 'fast' | 'very-fast';
