import path from 'node:path';
import type { OwnCost } from '../../../../shared/domain/agent-process.ts';
import { isPresent, type DoctorReport, type SourceDiagnosis } from '../../../../shared/domain/doctor-report.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { settingsFileName } from '../../host/settings/read-stored.ts';
import { messages } from '../messages.ts';
import { toProblemJson } from '../output/problem-json.ts';
import { bold, wrapText, type Page } from '../output/page.ts';
import { defineCommand } from '../command.ts';

const { doctor: texts } = messages.cli;
const { labels } = texts;
const indent = '  ';
const labelWidth = 16;

/** `fuelgauge doctor`: everything that explains the numbers of each source. */
export const doctorCommand = defineCommand({
  name: 'doctor',
  needsLogs: true,
  options: [],
  call: 'doctor',
  toArgument: ({ source }) => ({ source }),
  toJsonV1: (doctor, { timeZone }) => toDoctorJson(doctor, timeZone),
  toText: (doctor, page, { options }) => formatDoctor(page, doctor, options.source !== null),
});

function toDoctorJson({ generatedAtMs, ...doctor }: DoctorReport, timezone: string) {
  const sources = doctor.sources.map(({ unloggedCalls, words: _words, lastEventAtMs, ...source }) => ({
    ...source,
    lastEventAt: toIso(lastEventAtMs),
    // Version 1 of the schema has another name for unlogged calls.
    invisibleCalls: unloggedCalls,
    unreadable: source.unreadable.map(({ path, reason }) => ({
      path,
      reason: messages.failures.read(reason),
      code: reason,
    })),
  }));
  return {
    schema: 'fuelgauge.doctor.v1',
    generatedAt: toIso(generatedAtMs),
    timezone,
    ...doctor,
    own: toOwnJson(doctor.own),
    sources,
    problems: doctor.problems.map((problem) => toProblemJson(problem, generatedAtMs)),
  };
}

function toOwnJson({ sinceMs, ...own }: OwnCost) {
  return { ...own, since: toIso(sinceMs) };
}

/** Agents that were not found are only named, unless one was asked for. */
function formatDoctor(page: Page, doctor: DoctorReport, showsAbsent: boolean): readonly string[] {
  const shown = doctor.sources.filter((source) => showsAbsent || isPresent(source));
  const absent = doctor.sources.filter((source) => !shown.includes(source)).map(({ label }) => label);
  return [
    toLine(page, labels.dataFolder, cleanText(doctor.dataFolder), ''),
    toLine(page, labels.prices, doctor.pricesDatedOn, ''),
    toLine(
      page,
      labels.own,
      `${texts.own(doctor.own, page.nowMs - doctor.own.sinceMs)}. ${texts.ownBudget(doctor.ownBudget)}`,
      '',
    ),
    ...doctor.problems.map((problem) =>
      toLine(page, texts.severity[problem.severity], cleanText(describeProblem(problem, messages, page.nowMs)), ''),
    ),
    ...doctor.foldedLabels.map((folded) => toLine(page, labels.metrics, texts.folded(folded), '')),
    ...shown.flatMap((source) => ['', ...formatSource(page, source)]),
    ...(absent.length === 0 ? [] : ['', toLine(page, labels.absent, texts.absent(absent), '')]),
    ...formatPriceHint(page, doctor),
  ];
}

/** How to set the price of a model that is not in the list. */
function formatPriceHint(page: Page, { sources, dataFolder }: DoctorReport): readonly string[] {
  const model = sources.flatMap(({ unpricedModels }) => unpricedModels)[0];
  if (model === undefined) return [];
  const file = cleanText(path.join(dataFolder, settingsFileName));
  const name = JSON.stringify(cleanText(model));
  return [
    '',
    bold(page, texts.setPrice),
    toLine(page, labels.where, texts.settingsPlace(file), indent),
    toLine(page, labels.ownPrice, texts.ownPriceExample(name), indent),
    toLine(page, labels.sameAs, texts.aliasExample(name), indent),
  ];
}

function formatSource(page: Page, source: SourceDiagnosis): readonly string[] {
  const line = (label: string, text: string): string => toLine(page, label, text, indent);
  const skipped = toTally(source.skips, { ...messages.failures.skip, ...source.words.skipReasons });
  const unlogged = toTally(source.unloggedCalls, source.words.unloggedCalls);
  const unreadable = source.unreadable.map(({ path: file, reason }) =>
    texts.unreadable(cleanText(file), messages.failures.read(reason)),
  );
  return [
    bold(page, texts.source(source.label, source.source)),
    ...source.roots.map((root) => line(labels.searched, texts.root(cleanText(root.path), root))),
    line(labels.coverage, texts.coverage(source.coverage)),
    line(labels.files, texts.files(source.files, source.bytes, source.goneFiles)),
    line(labels.lines, texts.count(source.lines)),
    line(labels.rows, texts.count(source.eventRows)),
    line(labels.merged, texts.merged(source.mergedRows)),
    line(labels.events, texts.count(source.events)),
    line(labels.duplicates, texts.duplicates(source.replayedEvents)),
    line(labels.unfinished, texts.unfinished(source.unfinishedEvents)),
    line(labels.skipped, texts.tally(skipped)),
    line(labels.unlogged, unlogged.length === 0 ? texts.tally([]) : texts.unlogged(texts.tally(unlogged))),
    line(labels.unpriced, messages.common.someOf(source.unpricedModels) || texts.none),
    ...(unreadable.length === 0 ? [texts.none] : unreadable).map((text) => line(labels.unreadable, text)),
  ];
}

function toLine(page: Page, label: string, text: string, before: string): string {
  const head = before + label.padEnd(labelWidth);
  return wrapText(page, head.replaceAll(' ', '\u00a0') + text, head.length).replaceAll('\u00a0', ' ');
}

type Tally = readonly (readonly [count: number, name: string])[];

function toTally(counts: Readonly<Record<string, number>>, words: Readonly<Record<string, string>>): Tally {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => [count, words[name] ?? name]);
}
