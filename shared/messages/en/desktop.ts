/** What the tray app says outside its windows: menus and dialogs of the system. */
export function createDesktopMessages() {
  return {
    /** The macOS menu of the app's windows. */
    windowMenu: 'Window',
    /** The action of a notification that a click stands for. */
    openNotification: 'Open',
    chooseFolder: { title: 'Choose a folder with logs', button: 'Choose' },
    /** Shown by Linux desktops in their list of programs that start at login. */
    autostartComment: 'Shows how much is left of your AI coding limits',
  };
}
