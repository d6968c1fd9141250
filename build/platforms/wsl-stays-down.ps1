# For the workflow platforms.yml: imports a distribution of WSL, stops it, and leaves the installed app alone for two
# minutes. Fails when it runs again.
$ErrorActionPreference = 'Stop'
$wsl = "$env:SystemRoot\System32\wsl.exe"
$env:WSL_UTF8 = '1'
$folder = New-Item -ItemType Directory -Force "$env:RUNNER_TEMP\distribution"
$image = "$env:RUNNER_TEMP\root.tar.gz"
Invoke-WebRequest 'https://dl-cdn.alpinelinux.org/alpine/v3.22/releases/x86_64/alpine-minirootfs-3.22.1-x86_64.tar.gz' -OutFile $image
# The first version needs no virtual machine, which not every runner can start.
& $wsl --import fuelgauge-probe $folder $image --version 1
if ($LASTEXITCODE -ne 0) { throw 'the distribution was not imported' }

# While it runs, its home is found: the app has a reason to look there.
& $wsl --distribution fuelgauge-probe --exec mkdir -p /root/.claude/projects
$process = Start-Process "$env:LOCALAPPDATA\Programs\fuelgauge\Fuelgauge.exe" -ArgumentList '--hidden' -PassThru
Start-Sleep 20
& $wsl --shutdown
if ($LASTEXITCODE -ne 0) { throw 'WSL was not shut down' }
foreach ($second in 1..12) {
  Start-Sleep 10
  $running = & $wsl --list --running --quiet
  if ($running -contains 'fuelgauge-probe') { throw "it was started again within $($second * 10) s" }
}
if ($process.HasExited) { throw "the app ended with $($process.ExitCode)" }
Stop-Process -Name Fuelgauge -Force
