import type { Host } from '../../shared/contract/index.ts';

/**
 * Attaches to the popover: reports the height of its content to the host, so that the window follows. The window, not the page,
 * decides how much of it fits; the rest scrolls. Before `hasContent` the window keeps its usual height: what waits for the
 * first figures is much lower, and would be seen growing.
 */
export function followHeight(host: Host, hasContent: () => boolean): (popover: HTMLElement) => () => void {
  return (popover) => {
    const parts = [popover.querySelector('.content'), popover.querySelector('footer')];
    let sent = 0;
    const send = (): void => {
      if (!hasContent()) return;
      const height = Math.ceil(parts.reduce((sum, part) => sum + (part?.getBoundingClientRect().height ?? 0), 0));
      if (height === sent || height === 0) return;
      sent = height;
      // A host without windows of its own does not answer.
      host.call('resizePopover', height).catch(() => undefined);
    };
    const observer = new ResizeObserver(send);
    for (const part of parts) if (part !== null) observer.observe(part);
    return () => observer.disconnect();
  };
}
