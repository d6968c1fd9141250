import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { desktopContract, namesOf, type Procedures } from '../../../shared/contract/index.ts';
import { createDefaultHandlers, createFakeValue } from '../../fakes/fake-values.ts';

const { calls, events } = desktopContract;

describe('the values that fakes give by themselves', () => {
  it.each(namesOf(calls))('are an argument and an answer of "%s"', async (name) => {
    const { argument, answer } = calls[name] as { argument: v.GenericSchema; answer: v.GenericSchema };
    expect(v.is(argument, createFakeValue(argument))).toBe(true);
    const handlers = createDefaultHandlers<Procedures>(calls);
    expect(v.is(answer, await handlers[name]?.(undefined))).toBe(true);
  });

  it.each(namesOf(events))('are a payload of "%s"', (name) => {
    const schema = events[name] as v.GenericSchema;
    expect(v.is(schema, createFakeValue(schema))).toBe(true);
  });

  it('are none for a schema of another kind', () => {
    expect(() => createFakeValue(v.date())).toThrow('knows no date');
    expect(() => createFakeValue(v.pipe(v.string(), v.email()))).toThrow('knows no string');
  });
});
