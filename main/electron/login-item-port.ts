import type { Result } from '../../shared/lib/result.ts';

/** Whether the app starts when the person logs in. */
export interface LoginItem {
  /** What the system says, not what was asked for. */
  isOn(): Promise<boolean>;
  /** Switches it; a sentence when the system does not take it. */
  set(isOn: boolean): Promise<Result<undefined>>;
  /** Renews an item that is on: an AppImage changes its name with every version. */
  refresh(): Promise<void>;
}
