import type { Messages } from '../../../shared/messages/catalogue.ts';
import { isSound, samples, toText, type ArgumentList, type Say } from './catalogue-samples.ts';
import { toValues } from './parameter-values.ts';

/** The same call in two languages, each with values in its own language. */
export interface MessageCall {
  readonly english: ArgumentList;
  readonly own: ArgumentList;
}

/**
 * Calls that cover the forms of a message: the usual values, then each other value in its place, and null in each place.
 * Leaves out calls that the English message does not accept.
 */
export function toCalls(path: string, message: Say, english: Messages, own: Messages): readonly MessageCall[] {
  const listed = samples[path];
  if (listed !== undefined) return listed.map((list) => ({ english: list, own: list }));
  const names = toParameterNames(message);
  const [inEnglish, inOwn] = [english, own].map((messages) =>
    vary(names.map((name) => toValues(path, name, messages))),
  );
  return inEnglish!
    .map((list, index) => ({ english: list, own: inOwn![index]! }))
    .filter((call) => isTaken(message, call.english));
}

function vary(values: readonly ArgumentList[]): readonly ArgumentList[] {
  const usual = values.map(([first]) => first);
  const others = values.flatMap((own, place) => [...own.slice(1), null].map((value) => usual.with(place, value)));
  return [usual, ...others, ...(values.length > 1 ? [values.map(() => null)] : [])];
}

function isTaken(message: Say, list: ArgumentList): boolean {
  try {
    const said = message(...list);
    return said !== null && isSound(toText(said)) && !/null|Invalid Date/.test(toText(said));
  } catch {
    return false;
  }
}

/** The names of the parameters of a function, read from its code: types do not exist at run time. */
export function toParameterNames(message: Say): readonly string[] {
  const code = String(message);
  const [, list] = /^(?:function)?\s*['\w-]*\s*\(([^)]*)\)/.exec(code) ?? /^(\w+)\s*=>/.exec(code) ?? [];
  if (list === undefined) throw new Error(`Cannot read the parameters of ${code.slice(0, 80)}`);
  return list.split(',').flatMap((name) => /\w+/.exec(name) ?? []);
}
