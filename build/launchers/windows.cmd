@echo off
rem The command line of the installed app. "fuelgauge app" starts the app in the tray.
rem A program with windows is waited for only in a script like this one.
setlocal
if /i "%~1"=="app" (
  start "" "%~dp0..\Fuelgauge.exe"
  exit /b 0
)
"%~dp0..\Fuelgauge.exe" --log-level=3 --command-line -- %*
exit /b %errorlevel%
