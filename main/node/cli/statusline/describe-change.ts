import type { StatuslineChange } from '../../../../shared/domain/statusline-install.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { toLineChanges } from '../../../../shared/lib/line-changes.ts';
import { messages } from '../messages.ts';

const { statusline: texts } = messages.cli;

/** The exact change of a settings file: removed and added lines, with one line of context. */
export function describeChange({ settingsFile, previousCommand, before, after }: StatuslineChange): readonly string[] {
  const changes = toLineChanges(before, after);
  if (changes.length === 0) return [texts.nothing];
  return [
    texts.change(cleanText(settingsFile)),
    ...changes.map(({ sign, line }) => `${sign} ${cleanText(line)}`),
    ...(previousCommand === null ? [] : [texts.keeps(cleanText(previousCommand))]),
  ];
}
