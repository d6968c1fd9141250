// Loaded before every script in package.json: they are TypeScript, which Node runs without a build since 22.18.
if (!process.features.typescript) {
  console.error(
    `Fuelgauge's scripts need Node 22.18 or newer, but this is Node ${process.versions.node}. ` +
      'Install a current version from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
