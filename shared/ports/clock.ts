/** The core's only source of the time. */
export interface Clock {
  /** UTC milliseconds. */
  nowMs(): number;
}
