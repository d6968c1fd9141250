/** The dashboard in a browser. */
export function createWebMessages() {
  return {
    now: 'Now',
    more: 'More',
    offline: (age: string): string => `The server does not answer. You see what was known ${age} ago.`,
    offlineEmpty: 'The server does not answer, and nothing is known from before.',
    connecting: 'Connecting…',
    refused: 'This server wants a token',
    refusedText:
      'Scan the QR code that "fuelgauge token pair" or the settings of the app show, or enter a token here. It stays in this browser.',
    token: 'Token',
    wrongToken: 'The server does not accept this token.',
    usedCode: 'This code was used already, or is too old. Ask for a new one.',
    readOnly: 'This browser may look, but not change anything. That takes a token with the scope "admin".',
    description: 'What is left of the limits of your AI coding agents, and how fast it is used.',
  };
}
