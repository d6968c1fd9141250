import { createRandom, type Random } from '../bench/corpus/random.ts';
import { dayMs, hourMs } from '../../shared/domain/instant.ts';
import { createSlotSeries, slotMs, type SlotSeries, type UsedSlot } from '../../shared/forecast/slot-series.ts';

/** A history whose structure is known. */
export interface MadeUpHistory {
  readonly name: string;
  readonly sources: readonly SlotSeries[];
  /** What each source was made from. */
  readonly habits: readonly Habit[];
  readonly all: SlotSeries;
  /** The end of its last day. */
  readonly nowMs: number;
}

/** When a person works on a day, in hours, and how likely each quarter of an hour is used then. */
export interface Habit {
  readonly name: string;
  readonly days: number;
  /** Sessions of a day: hour at which one begins, and how long it lasts. */
  sessions(day: number, random: Random): readonly { readonly atHour: number; readonly hours: number }[];
  /** Tokens of a slot with usage, before chance. */
  readonly scale: (day: number) => number;
  readonly share: number;
}

const isWorkday = (day: number): boolean => day % 7 < 5;
const officeHours: Habit['sessions'] = (day, random) =>
  !isWorkday(day) || random.chance(0.1)
    ? []
    : [
        { atHour: 9 + random.normal() * 0.5, hours: 2.5 },
        { atHour: 13.5 + random.normal() * 0.5, hours: 1 + random.next() * 3 },
      ];

const habits: readonly Habit[] = [
  { name: 'office hours', days: 56, sessions: officeHours, scale: () => 1_000_000, share: 0.6 },
  {
    name: 'bursts',
    days: 56,
    sessions: (_, random) =>
      random.chance(0.35) ? [{ atHour: 8 + random.next() * 14, hours: 0.5 + random.next() * 5 }] : [],
    scale: () => 2_000_000,
    share: 0.8,
  },
  {
    name: 'holidays',
    days: 70,
    sessions: (day, random) => (day >= 28 && day < 42 ? [] : officeHours(day, random)),
    scale: () => 1_000_000,
    share: 0.6,
  },
  {
    name: 'change of plan',
    days: 56,
    sessions: officeHours,
    scale: (day) => (day < 28 ? 500_000 : 4_000_000),
    share: 0.6,
  },
];

/** A Monday: every made-up history begins on it, as day 0. */
export const madeUpFromMs = Date.UTC(2026, 0, 5);

function liveBy({ days, sessions, scale, share }: Habit, random: Random): readonly UsedSlot[] {
  const slots: UsedSlot[] = [];
  for (let day = 0; day < days; day++) {
    for (const { atHour, hours } of sessions(day, random)) {
      const startMs = madeUpFromMs + day * dayMs + atHour * hourMs;
      for (let atMs = startMs; atMs < startMs + hours * hourMs; atMs += slotMs) {
        if (random.chance(share)) slots.push({ atMs, tokens: Math.round(scale(day) * Math.exp(random.normal())) });
      }
    }
  }
  return slots;
}

/** People as they might be: office hours, bursts, holidays, a change of plan, several agents. Equal seeds, equal lives. */
export function makeUpHistories(seed: string): readonly MadeUpHistory[] {
  const lives = habits.map((habit) => ({
    name: habit.name,
    days: habit.days,
    sources: [liveBy(habit, createRandom(`${seed} ${habit.name}`))],
    habits: [habit],
  }));
  const [office, bursts] = lives;
  const several = {
    name: 'several agents',
    days: 56,
    sources: [...(office?.sources ?? []), ...(bursts?.sources ?? [])],
    habits: habits.slice(0, 2),
  };
  return [...lives, several].map(({ name, days, sources, habits: lived }) => ({
    name,
    habits: lived,
    sources: sources.map((slots) => createSlotSeries(slots)),
    all: createSlotSeries(sources.flat()),
    nowMs: madeUpFromMs + days * dayMs,
  }));
}
