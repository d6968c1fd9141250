import { InvalidArgumentError } from 'commander';
import { widgetNames } from '../../../../shared/statusline/widgets/all-widgets.ts';
import { findUnknownWidget } from '../../statusline/find-unknown-widget.ts';
import { messages } from '../messages.ts';

const { statusline: texts } = messages.cli;

/** A template whose widgets exist: one that is drawn without them would only look empty. */
export function parseTemplateOption(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError(texts.emptyTemplate);
  const unknown = findUnknownWidget(text);
  if (unknown !== null) throw new InvalidArgumentError(texts.unknownWidget(unknown, widgetNames));
  return text;
}
