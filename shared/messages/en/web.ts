/** The dashboard in a browser. */
export function createWebMessages() {
  return {
    now: 'Now',
    more: 'More',
    offline: (age: string): string => `The server does not answer. You see the state of ${age} ago.`,
    offlineEmpty: 'The server does not answer, and no earlier state is known.',
    connecting: 'Connecting…',
    refused: 'This server needs a token',
    refusedText:
      'Scan the QR code that "fuelgauge token pair" or the settings of the app show, or enter a token here. It stays in this browser.',
    token: 'Token',
    wrongToken: 'The server does not accept this token.',
    usedCode: 'This code was used already, or is too old. Ask for a new one.',
    readOnly: 'This browser may only look. Changing anything takes a token with the scope "admin".',
    push: {
      title: 'This browser',
      label: 'Alerts on this device',
      hint: 'Also while this page is closed. They go through the push service of the browser, which cannot read them.',
      states: {
        on: '',
        off: '',
        unsupported:
          'This browser cannot get alerts here. It takes HTTPS with a certificate that it trusts; on an iPhone, add the page to the Home Screen first.',
        unpaired: 'Pair this browser first, by a QR code or a token, so that alerts can be switched off for it again.',
        denied: 'The browser does not allow notifications of this page. Its own settings for the site can change that.',
        unavailable: 'The push service of the browser cannot be reached.',
        failed: 'That did not work. Try again in a moment.',
      },
    },
    description: 'What is left of the limits of your AI coding agents, and how fast it is used.',
  };
}
