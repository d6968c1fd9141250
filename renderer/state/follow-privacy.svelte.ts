/**
 * Blurs names and money on this page while `isPrivate` says so. On the root element, since explanations and menus render
 * outside of the component. Call it while a component is set up.
 */
export function followPrivacy(isPrivate: () => boolean): void {
  $effect.pre(() => {
    document.documentElement.toggleAttribute('data-private', isPrivate());
  });
}
