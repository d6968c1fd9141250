import type { Dispose } from '../../../../shared/lib/disposable.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import { claimFolder } from '../../engine/ledger/folder-claim.ts';

/**
 * Claims to be the one server of a data folder, until the function that is returned is called or the process ends.
 * `busy` while another one serves it. Where no claim is possible, e.g. in a folder that cannot be written, serving is
 * allowed.
 */
export function claimServing(dataFolder: string, logger: Logger): Result<Dispose, 'busy'> {
  const claim = claimFolder(dataFolder, 'server');
  if (claim.ok) return ok(claim.value.release);
  if (claim.error === 'busy') return fail('busy');
  logger.warn(`it is not known whether another server serves this folder: ${claim.error.message}`);
  return ok(() => undefined);
}
