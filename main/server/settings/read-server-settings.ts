import { createMessages } from '../../../shared/messages/catalogue.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { ServerSettings } from '../../../shared/settings/server-settings.ts';
import { readSettings } from '../../node/host/settings/read-only-settings.ts';
import { systemClock } from '../../node/system/system-clock.ts';

const messages = createMessages();

/**
 * Reads how to serve from the settings of a data folder; what is `given` otherwise takes precedence. Falling back to
 * defaults must not let in anyone whom the settings kept out: it fails with a sentence when the file cannot be read,
 * and reading needs a token when a value of these settings is invalid.
 */
export async function readServerSettings(
  dataFolder: string,
  given: Partial<ServerSettings>,
): Promise<Result<ServerSettings>> {
  const store = await readSettings(dataFolder, {});
  const [problem] = store.problems();
  const { server } = store.get();
  if (problem === undefined) return ok({ ...server, ...given });
  if (problem.id !== 'settings-values') return fail(messages.server.unusableSettings(describe(problem)));
  const isUncertain = problem.parameters.complaints.some(({ setting }) => setting === 'server');
  return ok({ ...server, ...(isUncertain && { readingNeedsToken: true }), ...given });
}

/** What is wrong with the settings of a data folder; null when nothing is. */
export async function findSettingsProblem(dataFolder: string): Promise<string | null> {
  const [problem] = (await readSettings(dataFolder, {})).problems();
  return problem === undefined ? null : describe(problem);
}

function describe(problem: Problem): string {
  return describeProblem(problem, messages, systemClock.nowMs());
}
