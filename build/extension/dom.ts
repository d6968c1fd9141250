/** An element with text and children. Nothing is ever parsed as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  facts: { readonly text?: string; readonly class?: string } = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (facts.text !== undefined) made.textContent = facts.text;
  if (facts.class !== undefined) made.className = facts.class;
  made.append(...children);
  return made;
}
