/** Whether keys go to a control that takes text or letters, so that they are no shortcuts. */
export function isTyping({ target }: Event): boolean {
  if (target instanceof HTMLInputElement) return target.type === 'text' || target.type === 'password';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
