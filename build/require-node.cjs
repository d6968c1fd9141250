// Loaded before every script of package.json: the scripts are TypeScript, which Node runs as it is from 22.18 on.
if (!process.features.typescript) {
  console.error(
    `Fuelgauge's scripts need Node 22.18 or newer, and this is Node ${process.versions.node}: ` +
      'install a current one from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
