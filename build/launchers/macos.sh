#!/bin/sh
# The command line of the installed app, in Contents/Resources/bin. `fuelgauge app` starts the app in the menu bar.
contents=$(dirname "$(readlink -f "$0")")/../..
if [ "$1" = app ]; then
  shift
  exec open -a "$contents/.." --args "$@"
fi
exec "$contents/MacOS/Fuelgauge" --no-sandbox --log-level=3 --command-line -- "$@"
