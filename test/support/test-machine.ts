/**
 * Whether the test desktop is there: a display, a tray host and a notification server of our own, which need X11 or
 * Wayland and D-Bus. On macOS and Windows, `platforms.yml` tries the packaged app instead.
 */
export const hasTestDesktop = process.platform === 'linux';

/** Whether strace can record the files and sockets of a process. Elsewhere that needs a driver or an administrator. */
export const hasStrace = process.platform === 'linux';
