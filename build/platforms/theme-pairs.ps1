# For the workflow platforms.yml: starts the installed app in each pair of taskbar and window theme, and keeps a picture
# of the screen. Fails when the app ends by itself or writes an error into its log.
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Windows.Forms, System.Drawing
$app = "$env:LOCALAPPDATA\Programs\fuelgauge\Fuelgauge.exe"
$themes = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize'
New-Item -ItemType Directory -Force shots | Out-Null

function Save-Screen([string]$name) {
  $bounds = [System.Windows.Forms.SystemInformation]::VirtualScreen
  $bitmap = [System.Drawing.Bitmap]::new($bounds.Width, $bounds.Height)
  $graphics = [System.Drawing.Graphics]::FromImage($bitmap)
  $graphics.CopyFromScreen($bounds.Location, [System.Drawing.Point]::Empty, $bounds.Size)
  $bitmap.Save("$PWD\shots\$name.png")
  $graphics.Dispose()
  $bitmap.Dispose()
}

foreach ($system in 0, 1) {
  foreach ($windows in 0, 1) {
    New-Item -Force $themes | Out-Null
    Set-ItemProperty $themes SystemUsesLightTheme $system -Type DWord
    Set-ItemProperty $themes AppsUseLightTheme $windows -Type DWord
    $process = Start-Process $app -PassThru
    Start-Sleep 10
    # The second start makes the first one open its popover, and ends.
    Start-Process -Wait $app
    Start-Sleep 5
    if ($process.HasExited) { throw "the app ended with $($process.ExitCode)" }
    Save-Screen "taskbar-$system-windows-$windows"
    Stop-Process -Name Fuelgauge -Force
    Start-Sleep 2
  }
}
$log = "$env:APPDATA\Fuelgauge\logs\fuelgauge.log"
Copy-Item $log shots
# One opening in each pair.
node build/check-app-log.ts $log --openings 4
if ($LASTEXITCODE -ne 0) { throw 'the log tells of faults' }
