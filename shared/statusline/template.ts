/** A part of a line: text between widgets, a widget, or the space that grows. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'widget'; readonly name: string; readonly option: string | null }
  | { readonly kind: 'flex' };

export type TemplateLine = readonly TemplatePart[];

const maxLines = 10;
const maxParts = 100;

/**
 * Reads a template: text with `{widget}` or `{widget:option}` in it, `{flex}` for the space that grows, `{{` and `}}` for
 * braces, and `\n` or a line feed between lines. Never fails: a brace without its other half is text.
 */
export function parseTemplate(template: string): readonly TemplateLine[] {
  return template
    .split(/\r?\n|\\n/)
    .slice(0, maxLines)
    .map(parseLine);
}

function parseLine(line: string): TemplateLine {
  const parts: TemplatePart[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  for (const [piece, name, option] of line.matchAll(/\{\{|\}\}|\{([\w.-]+)(?::([^{}]*))?\}|[^{}]+|[{}]/g)) {
    if (parts.length >= maxParts) break;
    if (name === undefined) {
      text += piece === '{{' ? '{' : piece === '}}' ? '}' : piece;
      continue;
    }
    flush();
    parts.push(name === 'flex' ? { kind: 'flex' } : { kind: 'widget', name, option: option ?? null });
  }
  flush();
  return parts;
}

/** The widgets that a template names, each once, in order. */
export function listWidgets(lines: readonly TemplateLine[]): readonly { name: string; option: string | null }[] {
  const widgets = lines.flat().flatMap((part) => (part.kind === 'widget' ? [part] : []));
  const seen = new Map(widgets.map(({ name, option }) => [`${name}:${option ?? ''}`, { name, option }]));
  return [...seen.values()];
}
