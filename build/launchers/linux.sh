#!/bin/sh
# The command line of the installed app, beside the app itself. `fuelgauge app` starts the app in the tray.
folder=$(dirname "$(readlink -f "$0")")
if [ "$1" = app ]; then
  shift
  exec "$folder/fuelgauge-app" "$@"
fi
exec "$folder/fuelgauge-app" --no-sandbox --no-zygote --log-level=3 --command-line -- "$@"
