/**
 * What a limit window allows. `exhausted`: nothing is left; `near`: less than wanted is left; `unknown`: the reading is
 * too old to say, or gives neither a percentage nor an amount; `fine`: enough is left.
 */
export type LimitVerdict = 'exhausted' | 'near' | 'unknown' | 'fine';
