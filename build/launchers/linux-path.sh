#!/bin/sh
# /usr/bin/fuelgauge of the Debian package.
exec /opt/Fuelgauge/fuelgauge "$@"
