import type { Host } from '../../shared/contract/index.ts';

/** Attaches to the gauge: reports the size of its content to the host, so that the window follows, also when it is zoomed. */
export function fitWindow(host: Host): (content: HTMLElement) => () => void {
  return (content) => {
    const send = (): void => {
      const { width, height } = content.getBoundingClientRect();
      if (width === 0 || height === 0) return;
      // A host without windows of its own does not answer.
      host.call('fitGauge', { width: Math.ceil(width), height: Math.ceil(height) }).catch(() => undefined);
    };
    const observer = new ResizeObserver(send);
    observer.observe(content);
    // A page that is zoomed has fewer CSS pixels.
    window.addEventListener('resize', send);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', send);
    };
  };
}
