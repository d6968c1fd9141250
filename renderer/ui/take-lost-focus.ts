/**
 * Attached to what takes the place of the element that had the focus: its first button gets it, since the next key would
 * otherwise begin at the top of the page. Leaves the focus alone where somebody has it.
 */
export function takeLostFocus(element: HTMLElement): () => void {
  const timer = setTimeout(() => {
    if (document.activeElement === document.body) element.querySelector('button')?.focus();
  });
  return () => clearTimeout(timer);
}
