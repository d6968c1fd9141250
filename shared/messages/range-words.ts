/** The ranges that have a name. */
export type RangeNameWord = 'today' | '7' | '30' | '90' | '365' | 'all' | 'custom';
