import type { LoginItemFailure } from '../../../shared/domain/settings-failure.ts';
import type { Result } from '../../../shared/lib/result.ts';

/** Whether the app starts when the person logs in. */
export interface LoginItem {
  /** The state that the system reports, not the one requested. */
  isOn(): Promise<boolean>;
  /** Turns it on or off; fails when the system refuses. */
  set(isOn: boolean): Promise<Result<undefined, LoginItemFailure>>;
  /** Renews an item that is on: an AppImage changes its name with every version. */
  refresh(): Promise<void>;
}
