/** The dashboard in a browser. */
export function createWebMessages() {
  return {
    now: 'Now',
    more: 'More',
    offline: (age: string): string => `The server is not responding. This is the state from ${age} ago.`,
    offlineEmpty: 'The server is not responding, and no earlier state is known.',
    connecting: 'Connecting…',
    refused: 'This server needs a token',
    refusedText:
      'Scan the QR code from “fuelgauge token pair” or the app’s settings, or enter a token here. It stays in this browser.',
    token: 'Token',
    wrongToken: 'The server does not accept this token.',
    usedCode: 'This code has been used or has expired. Ask for a new one.',
    readOnly: 'This browser can read but not change anything. Changes need a token with the scope “admin”.',
    push: {
      title: 'This browser',
      label: 'Alerts on this device',
      hint: 'Even while this page is closed. They go through the browser’s push service, which cannot read them.',
      states: {
        on: '',
        off: '',
        unsupported:
          'This browser cannot receive alerts here. It needs HTTPS with a certificate it trusts; on an iPhone, add the page to the Home Screen first.',
        unpaired: 'Pair this browser first, with a QR code or a token, so that its alerts can be turned off again.',
        denied: 'The browser blocks notifications from this page. Allow them in its settings for this site.',
        unavailable: 'The browser’s push service cannot be reached.',
        full: 'Alerts already go to as many devices and channels as possible. Remove one in the settings of the app, or revoke the token of a device that you no longer use: “fuelgauge token revoke”.',
        failed: 'That did not work. Try again in a moment.',
      },
    },
    description: 'What is left of your AI coding agents’ limits, and how fast it is being used.',
  };
}
