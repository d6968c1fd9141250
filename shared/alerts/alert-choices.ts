import * as v from 'valibot';
import { guardActions, type AlertKind } from '../domain/alert-intent.ts';
import { incidentImpacts } from '../domain/incident.ts';

/** A time of day in minutes since midnight. */
const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_439));

/** Hours of the day from one time to another, across midnight if the first is later; on some days of the week. */
const hoursEntries = { fromMinute: minuteOfDay, toMinute: minuteOfDay };
const scheduleSchema = v.strictObject({
  ...hoursEntries,
  /** 0 is Sunday. */
  weekdays: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))), v.minLength(1)),
});

/** What every rule has: whether it is on, and when it may speak (null: always). */
const common = (isOn: boolean) => ({
  isOn: v.optional(v.boolean(), isOn),
  schedule: v.optional(v.nullable(scheduleSchema), null),
});

const usd = v.pipe(v.number(), v.finite(), v.minValue(0.01), v.maxValue(1e9));
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** The address of a site: no path, no name and password; unencrypted on this machine only. */
const statusPage = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^https:\/\/[^\s/@?#]+$|^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?$/),
  v.url(),
);

/** A group of choices, each with its default, that may be left out. */
const group = <Entries extends v.ObjectEntries>(entries: Entries) => v.optional(v.strictObject(entries), {} as never);

/** The choices of every rule, by its kind. What is left out has its default, so that later rules need no new form. */
const ruleEntries = {
  threshold: group(common(true)),
  'runs-out': group({
    ...common(true),
    /** Only when it would run out at least this long before the reset. */
    earlyMinutes: v.optional(whole(0, 10_080), 10),
    /** And only if it is at least this likely, where a forecast gives a probability. */
    minProbabilityPercent: v.optional(whole(1, 99), 50),
  }),
  depleted: group(common(true)),
  restored: group(common(false)),
  spend: group({
    ...common(true),
    dayUsd: v.optional(v.nullable(usd), null),
    weekUsd: v.optional(v.nullable(usd), null),
    monthUsd: v.optional(v.nullable(usd), null),
  }),
  burn: group({
    ...common(false),
    /** How many times a busy hour. */
    factor: v.optional(v.pipe(v.number(), v.minValue(1.2), v.maxValue(100)), 3),
  }),
  anomaly: group(common(false)),
  allowance: group(common(true)),
  'busy-agent': group({
    ...common(false),
    cpuPercent: v.optional(v.nullable(whole(1, 100_000)), 150),
    memoryMb: v.optional(v.nullable(whole(1, 10_000_000)), 8_000),
    minutes: v.optional(whole(1, 1_440), 15),
  }),
  session: group({
    ...common(false),
    waiting: v.optional(v.boolean(), true),
    finished: v.optional(v.boolean(), true),
    failed: v.optional(v.boolean(), true),
  }),
  guard: group({
    ...common(false),
    softUsd: v.optional(v.nullable(usd), null),
    hardUsd: v.optional(v.nullable(usd), null),
    softTokens: v.optional(v.nullable(whole(1, 1e12)), null),
    hardTokens: v.optional(v.nullable(whole(1, 1e12)), null),
    action: v.optional(v.picklist(guardActions), 'warn'),
  }),
  orphan: group({ ...common(false), minutes: v.optional(whole(0, 1_440), 5) }),
  'silent-source': group(common(true)),
  'expiring-logs': group(common(true)),
  incident: group({
    ...common(false),
    /** Addresses of status pages, without a path; null: those of the providers of agents that have logs here. */
    pages: v.optional(v.nullable(v.pipe(v.array(statusPage), v.maxLength(20))), null),
    minImpact: v.optional(v.picklist(incidentImpacts), 'major'),
  }),
  digest: group({
    ...common(false),
    daily: v.optional(v.boolean(), true),
    weekly: v.optional(v.boolean(), true),
    atMinute: v.optional(minuteOfDay, 1_080),
  }),
} satisfies Readonly<Record<AlertKind, v.GenericSchema>>;

export const alertChoicesSchema = v.strictObject({
  ...ruleEntries,
  /** Alerts raised during them are held back until they end; null: none. */
  quietHours: v.optional(v.nullable(v.strictObject(hoursEntries)), null),
  /**
   * Notifications on this desktop are held back while the system's do-not-disturb mode is on, if the system reports it.
   */
  waitsForDoNotDisturb: v.optional(v.boolean(), true),
  /** The same for other channels: e-mail, a phone, a chat. */
  channelsWaitForDoNotDisturb: v.optional(v.boolean(), false),
  /** Everything is held back until then, UTC milliseconds. */
  snoozedUntilMs: v.optional(v.nullable(v.pipe(v.number(), v.safeInteger())), null),
  /** For this long after an alert, only a worse one about the same thing is shown. */
  coolDownMinutes: v.optional(whole(0, 1_440), 10),
});

/** What the settings say about alerts, besides the thresholds. */
export type AlertChoices = Readonly<v.InferOutput<typeof alertChoicesSchema>>;
export type Schedule = Readonly<v.InferOutput<typeof scheduleSchema>>;

/** The choices until the person changes them. */
export const defaultAlertChoices: AlertChoices = v.parse(alertChoicesSchema, {});
