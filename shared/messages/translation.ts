import type { Formats } from './format/formats.ts';
import type { Catalogue } from './catalogue.ts';

/** A text or sentence of the English catalogue, open to other words. */
type Words<Message> = Message extends string
  ? string
  : Message extends (...args: infer Arguments) => infer Answer
    ? (...args: Arguments) => Words<Answer>
    : Message extends object
      ? { readonly [Name in keyof Message]: Words<Message[Name]> }
      : Message;

/** Some messages of an area. What is left out stays English. */
export type Part<Area> = Area extends (...args: never[]) => unknown
  ? Words<Area>
  : Area extends object
    ? { readonly [Name in keyof Area]?: Part<Area[Name]> }
    : Words<Area>;

/** The messages of another language: a part of the English catalogue, with its types. */
export type Translation = Part<Catalogue>;

/** Builds a translation; every language's folder exports one. */
export type CreateTranslation = (format: Formats) => Translation;

/** English with the messages that a language has of its own in their place. */
export function applyTranslation<Words extends object>(english: Words, translation: object): Words {
  const own: Readonly<Record<string, unknown>> = { ...translation };
  const merged = Object.entries(english).map(([name, message]: [string, unknown]) => {
    const other = Object.hasOwn(own, name) ? own[name] : undefined;
    if (other === undefined) return [name, message] as const;
    return [name, isGroup(message) && isGroup(other) ? applyTranslation(message, other) : other] as const;
  });
  return Object.fromEntries(merged) as Words;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
