import type { FocusProbe } from '../../../../shared/ports/focus-probe.ts';
import type { HostEnvironment } from '../../../../shared/sources/source.ts';
import { createHyprlandFocus, createSwayFocus } from './compositor-focus.ts';
import { createMacFocus, createWindowsFocus } from './program-focus.ts';
import { createX11Focus } from './x11-focus.ts';

const unknownFocus: FocusProbe = { read: () => Promise.resolve({ kind: 'unknown' }), close: () => undefined };

/**
 * Builds the probe for a desktop. Of the Wayland compositors, Sway and Hyprland report the foreground window; with
 * others it is unknown.
 */
export function createFocusProbe({ platform, home, variables }: HostEnvironment): FocusProbe {
  if (platform === 'darwin') return createMacFocus();
  if (platform === 'win32') return createWindowsFocus(variables);
  const sway = variables['SWAYSOCK'] || variables['I3SOCK'];
  if (sway) return createSwayFocus(sway);
  const [runtime, instance] = [variables['XDG_RUNTIME_DIR'], variables['HYPRLAND_INSTANCE_SIGNATURE']];
  if (runtime && instance) return createHyprlandFocus(runtime, instance);
  if (variables['WAYLAND_DISPLAY'] || !variables['DISPLAY']) return unknownFocus;
  return createX11Focus(variables, home);
}
