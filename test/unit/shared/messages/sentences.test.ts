import { expect, it } from 'vitest';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { isSound, samples, toArguments, toLeaves, toText, type Say } from '../../../support/catalogue-samples.ts';

/** Free texts among the samples: a message that is given one says it. */
const freeTexts = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'];

/** Messages with a text that stands for a choice, which they say in their own words. */
const choosing = [
  'limits.blockTitle',
  'usage.cached',
  'activity.sessions.endFact',
  'explain.limitUsed',
  'apps.time',
  'cli.explain.cost',
  'explainRules.cost',
];

/** Nothing is to be said of these. */
const empty = ['web.push.states.on', 'web.push.states.off', 'cli.processes.kinds.other'];

it('every English message says something, and each text that it is given', () => {
  const wrong: string[] = [];
  for (const [path, message] of toLeaves(createMessages())) {
    if (path.startsWith('format.') || empty.includes(path)) continue;
    if (typeof message !== 'function') {
      if (!isSound(String(message))) wrong.push(`${path} is empty`);
      continue;
    }
    const lists = samples[path] ?? toArguments(message as Say, message as Say);
    // What only a terminal shows, and takes other values, stands in the outputs that are compared with files.
    if (lists.length === 0 && !path.startsWith('cli.')) wrong.push(`${path} needs a sample`);
    for (const list of lists) {
      const said = toText((message as Say)(...list)).toLowerCase();
      const lost = list.filter(
        (value) => freeTexts.includes(String(value)) && !said.includes(String(value).toLowerCase()),
      );
      if (!isSound(said) || (lost.length > 0 && !choosing.includes(path))) wrong.push(`${path} → ${said}`);
    }
  }
  expect(wrong).toEqual([]);
});
