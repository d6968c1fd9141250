/** What the tray app says outside its windows: menus and dialogs of the system, and why it refused something. */
export function createDesktopMessages() {
  return {
    /** The macOS menu of the app's windows. */
    windowMenu: 'Window',
    chooseFolder: { title: 'Choose a folder with logs', button: 'Choose' },
    /** Shown by Linux desktops in their list of programs that start at login. */
    autostartComment: 'Shows how much is left of your AI coding limits',
    loginItem: {
      notAdded: 'The system did not let Fuelgauge start at login. Add it to the login items in the system settings.',
      needsApproval:
        'macOS asks for your approval first. Allow Fuelgauge in System Settings, under General, Login Items.',
      notRemoved:
        'The system did not remove Fuelgauge from the login items. Remove it from them in the system settings.',
      fileNotChanged: (file: string, code: string | null): string =>
        `Launch at login could not be changed: ${file} cannot be written${code === null ? '' : ` (${code})`}.`,
    },
    settingsReadOnly: 'The settings cannot be changed from here.',
    settingsNotWritten: 'settings.json cannot be written.',
    foreignPage: 'This page is not allowed to use Fuelgauge.',
  };
}
