# Puts the folder of this script on the person's PATH, or takes it away: windows-path.ps1 add | remove.
# Through the registry: what a PATH holds as %VARIABLES% stays that way, and its length has no limit here (an NSIS
# string has, and would cut the PATH short).
param([Parameter(Mandatory)][ValidateSet('add', 'remove')][string]$action)
$ErrorActionPreference = 'Stop'
$folder = $PSScriptRoot
$key = [Microsoft.Win32.Registry]::CurrentUser.CreateSubKey('Environment')
$path = [string]$key.GetValue('Path', '', [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
$others = @($path.Split(';') | Where-Object { $_ -ne '' -and $_.TrimEnd('\') -ne $folder })
$wanted = if ($action -eq 'add') { $others + $folder } else { $others }
$joined = $wanted -join ';'
if ($joined -ne $path) {
  $key.SetValue('Path', $joined, [Microsoft.Win32.RegistryValueKind]::ExpandString)
  # Removing a variable that does not exist tells running programs, such as the Explorer, to read the new PATH.
  [Environment]::SetEnvironmentVariable('FUELGAUGE_PATH_CHANGED', $null, 'User')
}
$key.Close()
