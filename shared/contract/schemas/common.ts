import * as v from 'valibot';
import { isTimeZone, parseDay } from '../../domain/calendar-day.ts';
import type { ValueRule } from '../../domain/call-failure.ts';
import type { Currency } from '../../domain/money.ts';
import { schemaFor } from './schema-for.ts';

/** The argument of a call that takes none, and the answer of one that has none. */
export const nothing = v.undefined();

/** Any number that JSON can hold. */
export const finite = v.pipe(v.number(), v.finite());

/** A count. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A moment, UTC milliseconds. Some are computed by dividing, so they need not be whole. */
export const instantMs = v.pipe(v.number(), v.finite());

/** A share in percent; may exceed 100. */
export const percent = v.pipe(finite, v.minValue(0));

/** Millionths of a US dollar; null where no cost is known. */
export const costMicroUsd = v.nullable(v.pipe(v.number(), v.integer()));

/** A day of the calendar, `2026-05-01` and nothing else: days are compared as text. */
export const day = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) === text, 'day' satisfies ValueRule),
);

/** The name of a time zone, `Europe/Berlin`. */
export const timeZone = v.pipe(v.string(), v.check(isTimeZone, 'time-zone' satisfies ValueRule));

export const currencySchema = schemaFor<Currency>()(v.strictObject({ code: v.string(), perUsd: finite }));
