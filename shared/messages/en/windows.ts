/** The frames of the popover and of the main window. */
export function createWindowMessages() {
  return {
    appName: 'Fuelgauge',
    windowTitle: (view: string): string => `Fuelgauge – ${view}`,
    history: 'History',
    settings: 'Settings',
    pause: 'Pause',
    resume: 'Resume',
    quit: 'Quit',
    views: 'Views',
    usage: 'Usage',
    errors: 'Errors',
    warnings: 'Warnings',
    lastKnownState: 'You see the last known state.',
    waiting: 'Getting the latest numbers…',
    paused: 'Paused. The numbers do not change until you resume.',
    noUsageThisWeek: 'No usage this week',
    noUsageThisWeekText: 'Numbers appear here with the next response of an agent. Earlier usage is in the history.',
    onlyInApp: 'This page works only inside the Fuelgauge app.',
  };
}
