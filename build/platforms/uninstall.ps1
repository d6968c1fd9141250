# For the workflow platforms.yml: uninstalls the app without a window, and fails when anything but its data is left.
$ErrorActionPreference = 'Stop'
$folder = "$env:LOCALAPPDATA\Programs\fuelgauge"
$uninstaller = (Get-ChildItem "$folder\Uninstall*.exe").FullName
Start-Process -Wait $uninstaller -ArgumentList '/S'
# It goes on as a copy of itself.
foreach ($second in 1..60) {
  if (-not (Test-Path $folder)) { break }
  Start-Sleep 1
}
$left = @()
if (Test-Path $folder) { $left += $folder }
$menu = "$env:APPDATA\Microsoft\Windows\Start Menu\Programs\Fuelgauge.lnk"
if (Test-Path $menu) { $left += $menu }
$path = [Environment]::GetEnvironmentVariable('Path', 'User')
if ($path -match 'Programs\\fuelgauge') { $left += "PATH: $path" }
$run = Get-ItemProperty 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Run' -ErrorAction SilentlyContinue
if ($run.PSObject.Properties.Name -contains 'app.fuelgauge.desktop') { $left += 'the login item' }
if ($left) { throw "left: $($left -join ', ')" }
