import type { Notice } from '../../../shared/ports/alert-channel.ts';

/**
 * A way to show a notification. Resolves once it is on screen, and rejects when it is not; `onClick` may run long after
 * that.
 */
export type ShowNotice = (notice: Notice, onClick: () => void) => Promise<void>;
