// Opens each address of the command line in a window of its own, side by side: the popover in its size, others larger.
import { app, BrowserWindow } from 'electron';

// Not awaited: Electron is not ready before this module has run.
void app.whenReady().then(() => {
  let x = 0;
  for (const address of process.argv.filter((argument) => argument.startsWith('http://127.0.0.1'))) {
    const size = address.includes('/popover/') ? { width: 380, height: 600 } : { width: 1040, height: 720 };
    void new BrowserWindow({ ...size, x, y: 0, useContentSize: true }).loadURL(address);
    x += size.width;
  }
});
