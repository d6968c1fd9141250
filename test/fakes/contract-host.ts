import {
  answerCall,
  checkAnswer,
  subjectOf,
  type Contract,
  type Handlers,
  type Transport,
} from '../../shared/contract/index.ts';
import { createEmitter } from '../../shared/lib/emitter.ts';
import { fail, ok } from '../../shared/lib/result.ts';
import { silentLogger } from '../../shared/ports/logger.ts';

/** How a test observes and controls a host in memory. */
export interface FakeHost {
  /** Every call in order, with its argument. */
  readonly calls: { readonly name: string; readonly argument: unknown }[];
  /** Makes every further call with this name fail for this reason; null makes it work again. */
  fail(name: string, message: string | null): void;
  /** Answers every further call with this name with the value, if its argument has the fields of `when`. */
  answer(name: string, value: unknown, when?: Readonly<Record<string, unknown>>): void;
  /** Publishes an event, as the app would. */
  emit(name: string, payload: unknown): void;
}

/** A host in memory, and the transport that connects to it. */
export interface ContractHost {
  readonly transport: Transport;
  readonly host: FakeHost;
}

/**
 * Builds a host in memory for any contract. Arguments and answers are validated against it, and cloned as they would be
 * between processes.
 */
export function createContractHost<Offered extends Contract>(
  contract: Offered,
  handlers: Handlers<Offered['calls']>,
  failing: Readonly<Record<string, string>> = {},
): ContractHost {
  const events = createEmitter<{ readonly name: string; readonly payload: unknown }>();
  const failures = new Map<string, string>(Object.entries(failing));
  const answers: { name: string; value: unknown; when: Readonly<Record<string, unknown>> }[] = [];
  const calls: { name: string; argument: unknown }[] = [];
  const answering = { calls: contract.calls, handlers, logger: silentLogger, checksAnswers: true };
  return {
    transport: {
      async call(name, argument) {
        calls.push({ name, argument: structuredClone(argument) });
        const failure = failures.get(name);
        if (failure !== undefined)
          return fail({ kind: 'failed', name, about: subjectOf(contract.calls, name), detail: failure });
        const set = answers.findLast((candidate) => candidate.name === name && hasFields(argument, candidate.when));
        if (set !== undefined) return ok(structuredClone(set.value));
        return structuredClone(await answerCall(answering, name, structuredClone(argument)));
      },
      subscribe: (name, listener) =>
        events.on((event) => {
          if (event.name === name) listener(event.payload);
        }),
    },
    host: {
      calls,
      fail: (name, message) => void (message === null ? failures.delete(name) : failures.set(name, message)),
      answer(name, value, when = {}) {
        checkAnswer(contract.calls, name, value);
        answers.push({ name, value, when });
      },
      emit: (name, payload) => events.emit({ name, payload }),
    },
  };
}

function hasFields(value: unknown, fields: Readonly<Record<string, unknown>>): boolean {
  const held = new Map(Object.entries(value ?? {}));
  return Object.entries(fields).every(([name, wanted]) => held.get(name) === wanted);
}
