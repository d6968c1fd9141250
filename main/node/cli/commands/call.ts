import {
  hostContract,
  namesOf,
  nothing,
  parseArgument,
  type Contract,
  type HostCalls,
  type NameOf,
} from '../../../../shared/contract/index.ts';
import { parseJson } from '../../../../shared/lib/parse-json.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { messages } from '../messages.ts';
import { formatJson } from '../output/json-lines.ts';
import { toContractJson, type CliCommand } from '../command.ts';

/** The queries of a contract, which are its calls that change nothing. */
export function listQueries(calls: Contract['calls'] = hostContract.calls): readonly string[] {
  return namesOf(calls).filter((name) => calls[name]?.method === 'GET');
}

/** Queries whose answer is not in the logs. */
const answersWithoutLogs: readonly NameOf<HostCalls>[] = ['settings', 'processes', 'alerts', 'alertChannels'];

/**
 * Builds the command that asks one of a contract's queries and shows the answer as the contract defines it. `text` is
 * the query's argument as JSON, null when omitted. Fails with a sentence when the query rejects it.
 */
export function createCallCommand(
  name: string,
  text: string | null,
  calls: Contract['calls'] = hostContract.calls,
): Result<CliCommand> {
  const parsed = readArgument(text, calls[name]?.argument === nothing ? undefined : {});
  if (!parsed.ok) return parsed;
  const argument = parseArgument(calls, name, parsed.value);
  if (!argument.ok) return fail(messages.failures.call(argument.error));
  return ok({
    name: 'call',
    needsLogs: !answersWithoutLogs.some((without) => without === name),
    options: [],
    async ask(client) {
      const ask = client.call as (name: string, argument: unknown) => Promise<unknown>;
      const answer = toContractJson(name, await ask(name, argument.value), calls);
      return { json: () => answer, text: () => formatJson(answer) };
    },
  });
}

/** The argument as typed. */
function readArgument(text: string | null, otherwise: unknown): Result<unknown> {
  if (text === null) return ok(otherwise);
  const value = parseJson(text);
  return value === undefined ? fail(messages.cli.help.wrongUsage.json(text)) : ok(value);
}
