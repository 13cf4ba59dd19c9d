# Sign the installer where the secrets are (CERTIFICATE: a PFX in base64, PASSWORD), else say so.
$ErrorActionPreference = 'Stop'
if (-not $env:CERTIFICATE) {
    Write-Output 'Not signed: there is no CERTIFICATE. Users open it as docs/install.md says.'
    exit 0
}
$pfx = Join-Path $env:RUNNER_TEMP 'mitjul.pfx'
[IO.File]::WriteAllBytes($pfx, [Convert]::FromBase64String($env:CERTIFICATE))
try {
    $signtool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" |
        Sort-Object FullName | Select-Object -Last 1
    foreach ($file in Get-ChildItem dist\*-setup.exe) {
        & $signtool sign /f $pfx /p $env:PASSWORD /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 $file
        if ($LASTEXITCODE) { exit $LASTEXITCODE }
        & $signtool verify /pa $file
        if ($LASTEXITCODE) { exit $LASTEXITCODE }
    }
} finally {
    Remove-Item $pfx
}
