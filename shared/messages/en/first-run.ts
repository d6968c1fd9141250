import type { Formats } from '../format/formats.ts';

/** What is shown once, when Fuelgauge starts for the first time. */
export function createFirstRunMessages(format: Formats) {
  const files = { one: 'file', other: 'files' };
  const requests = { one: 'request', other: 'requests' };
  const count = (value: number, words: { readonly one: string; readonly other: string }): string =>
    `${format.integer(value)} ${format.plural(value, words)}`;
  return {
    title: 'What Fuelgauge found',
    intro: 'It reads the logs your agents keep on this computer. Nothing is sent anywhere.',
    found: (fileCount: number, requestCount: number): string =>
      `${count(fileCount, files)}, ${count(requestCount, requests)}`,
    scanning: 'Still reading.',
    nothing: 'No agent has left logs here yet. They appear as soon as one does.',
    others: (total: number): string =>
      total === 1
        ? 'One other agent has left no logs on this computer.'
        : `${format.integer(total)} other agents have left no logs on this computer.`,
    plan: 'Which subscription do you have?',
    planHint: 'Only for an estimate of 5-hour blocks. You can choose it later in the settings.',
    noPlan: 'None, or not listed',
    statusline: (agent: string): string => `Show what is left below ${agent}’s prompt`,
    statuslineShow: 'Show the change…',
    statuslineChange: (file: string): string => `This changes ${file}:`,
    statuslineApply: 'Change the file',
    statuslineDone: 'It appears with the next prompt.',
    imports: (tool: string): string => `Import history from ${tool}`,
    importLook: 'Preview…',
    importHolds: (requestCount: number, firstDay: string, lastDay: string): string =>
      `${count(requestCount, requests)} from ${firstDay} to ${lastDay}. Nothing is counted twice.`,
    importEmpty: 'It contains nothing that is not already counted.',
    importNow: 'Import',
    importDone: 'Imported.',
    importFailed: 'The file has an unknown format. Nothing was imported.',
    icon: {
      darwin: 'Its icon is in the menu bar. When the bar is full, macOS hides icons: start Fuelgauge again to see it.',
      win32: 'Windows hides new icons behind the ^ in the taskbar. Drag the icon next to the clock to keep it visible.',
      linux: 'Its icon is in the panel. On GNOME, it needs the AppIndicator extension.',
    },
    done: 'Got it',
    details: 'Details',
  };
}
