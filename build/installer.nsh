; Included by electron-builder into the installer for Windows.

!macro changePath ACTION
  nsExec::Exec '"$SYSDIR\WindowsPowerShell\v1.0\powershell.exe" -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "$INSTDIR\bin\windows-path.ps1" ${ACTION}'
  ; Where PowerShell may not run, the command line is started by its path.
  Pop $0
!macroend

!macro customInstall
  !insertmacro changePath add
!macroend

; The login item, which Electron keeps under the application's id, goes with the app; an update leaves it.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    !insertmacro changePath remove
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "${APP_ID}"
  ${endIf}
!macroend
