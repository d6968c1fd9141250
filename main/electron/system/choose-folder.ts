import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { messages } from '../../node/host/messages.ts';

/** Lets the person choose a folder, in a dialog attached to the window if there is one; null when they cancel. */
export async function chooseFolder(parent: BrowserWindow | null): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: messages.desktop.chooseFolder.title,
    buttonLabel: messages.desktop.chooseFolder.button,
    // Agents keep their logs in dot folders.
    properties: ['openDirectory', 'showHiddenFiles'],
  };
  const chosen = await (parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options));
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}
