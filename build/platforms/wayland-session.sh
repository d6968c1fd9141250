#!/usr/bin/env bash
# For the workflow platforms.yml: starts the compositor in $COMPOSITOR without a screen, and in it the packaged app, twice:
# the second start makes the first one open its popover. Fails when the app ends or writes an error into its log.
set -euo pipefail
mkdir -p shots
export XDG_RUNTIME_DIR
XDG_RUNTIME_DIR=$(mktemp -d)
export WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman
# The command has arguments.
# shellcheck disable=SC2086
$COMPOSITOR > shots/compositor.log 2>&1 &
for _ in $(seq 50); do
  socket=$(find "$XDG_RUNTIME_DIR" -maxdepth 1 -type s \( -name 'wayland-*' -o -name fuelgauge \) -printf '%f\n' -quit)
  if [ -n "$socket" ]; then break; fi
  sleep 0.2
done
export WAYLAND_DISPLAY=$socket
unset DISPLAY
app=(release/linux-unpacked/fuelgauge-app --ozone-platform=wayland --disable-gpu)
"${app[@]}" --hidden > shots/app.log 2>&1 &
pid=$!
sleep 15
"${app[@]}"
sleep 10
kill -0 "$pid"
cp ~/.config/Fuelgauge/logs/fuelgauge.log shots/
node build/check-app-log.ts shots/fuelgauge.log --openings 1
kill "$pid"
