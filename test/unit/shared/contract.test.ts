import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  desktopContract,
  hostContract,
  namesOf,
  nothing,
  shellContract,
  type AnswerOf,
  type HostCalls,
} from '../../../shared/contract/index.ts';
import type { Same } from '../../../shared/contract/schemas/schema-for.ts';
import type { Report } from '../../../shared/domain/report.ts';

const calls = namesOf(desktopContract.calls).map((name) => ({ name, ...desktopContract.calls[name] }));
const events = namesOf(desktopContract.events).map((name) => ({ name, payload: desktopContract.events[name] }));

/** What JSON Schema cannot express is left to the validator: it may only be stricter than the document. */
function convert(schema: GenericSchema) {
  const ignoreActions = ['check', 'finite', 'trim', 'to_upper_case', 'transform'];
  return toJsonSchema(schema, { typeMode: 'input', ignoreActions });
}

describe('the contract', () => {
  it('separates what every host answers from what only a desktop shell can do', () => {
    const both = namesOf(hostContract.calls).filter((name) => Object.hasOwn(shellContract.calls, name));
    expect(both).toEqual([]);
    expect(Object.keys(hostContract.calls)).toEqual(expect.arrayContaining(['report', 'snapshot', 'updateSettings']));
    expect(Object.keys(shellContract.calls).sort()).toEqual([
      ...[
        'chooseFolder',
        'createPairing',
        'createToken',
        'encryption',
        'fitGauge',
        'hidePopover',
        'openSession',
        'openWindow',
        'quit',
      ],
      ...['resizePopover', 'revokeToken', 'server', 'showFolder', 'togglePopover'],
    ]);
  });

  it('gives each call its own method and path', () => {
    const routes = calls.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it.each(calls.filter(({ method }) => method === 'GET'))('asks $name with what fits into a URL', (call) => {
    if (call.argument === nothing) return;
    const { properties } = convert(call.argument);
    const types = Object.values(properties ?? {}).flatMap((property) =>
      typeof property === 'object' ? (property.anyOf ?? [property]) : [],
    );
    const flat = types.map((type) => (typeof type === 'object' ? type.type : type));
    expect(flat.filter((type) => !['string', 'number', 'boolean', 'null'].includes(String(type)))).toEqual([]);
  });

  it.each(calls)('describes the argument and answer of $name in JSON Schema', ({ argument, answer }) => {
    if (argument !== nothing) expect(Object.keys(convert(argument))).toContain('type');
    if (answer !== nothing) expect(Object.keys(convert(answer)).length).toBeGreaterThan(1);
  });

  it.each(events)('describes the payload of the event $name in JSON Schema', ({ payload }) => {
    expect(Object.keys(convert(payload)).length).toBeGreaterThan(1);
  });

  it('has the types of the domain', () => {
    expectTypeOf<AnswerOf<HostCalls, 'report'>>().toEqualTypeOf<Report>();
  });
});

describe('the comparison of a schema with its type', () => {
  interface Sample {
    readonly name: string;
    readonly note?: string | undefined;
    readonly kinds: readonly ('a' | 'b')[];
  }

  it('ignores what is read-only and sees every other difference', () => {
    expectTypeOf<
      Same<Sample, { name: string; note?: string | undefined; kinds: ('a' | 'b')[] }>
    >().toEqualTypeOf<true>();
    expectTypeOf<Same<Sample, { name: string; kinds: ('a' | 'b')[] }>>().toEqualTypeOf<false>();
    expectTypeOf<Same<Sample, { name: string; note: string; kinds: ('a' | 'b')[] }>>().toEqualTypeOf<false>();
    expectTypeOf<Same<Sample, Sample & { more: number }>>().toEqualTypeOf<false>();
    expectTypeOf<Same<Sample, { name: string; note?: string | undefined; kinds: 'a'[] }>>().toEqualTypeOf<false>();
    expectTypeOf<
      Same<Sample, { name: number; note?: string | undefined; kinds: ('a' | 'b')[] }>
    >().toEqualTypeOf<false>();
  });
});
