; The Windows installer: per user, without administrator, Korean and English.
; packaging/installer.py compiles it; needs an NSIS with 64-bit stubs, as Debian and Ubuntu have.
; Status of a silent run (/S): 0 done, 2 aborted, 9 this Windows is too old, 10 Mitjul is running.
Target amd64-unicode
Unicode true
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh

!ifndef VERSION
  !error "give -DVERSION=…"
!endif
!ifndef SOURCE
  !define SOURCE "..\..\dist\mitjul"
!endif
!ifndef OUTPUT
  !define OUTPUT "..\..\dist\mitjul-${VERSION}-windows-x64-setup.exe"
!endif
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Mitjul"
!define OLDEST_BUILD 18362 ; Windows 10, 1903: the first whose icuuc.dll Qt can use

Name "$(Name)"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Mitjul"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
BrandingText " "
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Mitjul"
VIAddVersionKey /LANG=0 "FileDescription" "Mitjul setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "(c) 2026 the Mitjul authors, Apache License 2.0"

!define MUI_ICON "..\icons\mitjul.ico"
!define MUI_UNICON "..\icons\mitjul.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\mitjul.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Korean"
!insertmacro MUI_LANGUAGE "English"

LangString Name ${LANG_KOREAN} "밑줄"
LangString Name ${LANG_ENGLISH} "Mitjul"
LangString Project ${LANG_KOREAN} "밑줄 프로젝트"
LangString Project ${LANG_ENGLISH} "Mitjul project"
LangString TooOld ${LANG_KOREAN} "밑줄은 Windows 10 버전 1903 이상에서 씁니다. 아무것도 설치하지 않았습니다."
LangString TooOld ${LANG_ENGLISH} "Mitjul needs Windows 10 version 1903 or later. Nothing was installed."
LangString Running ${LANG_KOREAN} "밑줄이 실행 중입니다. 창과 명령을 끝내고 '다시 시도'를 누르세요. 작업은 이미 저장되어 있습니다."
LangString Running ${LANG_ENGLISH} "Mitjul is running. Close its windows, end its commands and choose Retry. Your work is saved already."

!macro RequireEnded PROGRAM
  ; A running program's file cannot be opened for writing.
  ${Do}
    ClearErrors
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${Break}
    ${EndIf}
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY +3
    SetErrorLevel 10
    Quit
  ${Loop}
!macroend

!macro RequireClosed
  !insertmacro RequireEnded "mitjul.exe"
  !insertmacro RequireEnded "mitjul-console.exe"
!macroend

!macro TellShell
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 9
    Quit
  ${EndIf}
FunctionEnd

Section
  !insertmacro RequireClosed
  ; Nothing of an older version may stay beside the new files; what the user put there stays.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ReadRegStr $0 HKCU "${KEY}" "Shortcut" ; of an older version in the other language
  Delete "$0"
  CreateShortcut "$SMPROGRAMS\$(Name).lnk" "$INSTDIR\mitjul.exe"

  WriteRegStr HKCU "Software\Classes\.mitjul" "" "Mitjul.Project"
  WriteRegStr HKCU "Software\Classes\Mitjul.Project" "" "$(Project)"
  WriteRegStr HKCU "Software\Classes\Mitjul.Project\DefaultIcon" "" "$INSTDIR\document.ico"
  WriteRegStr HKCU "Software\Classes\Mitjul.Project\shell\open\command" "" '"$INSTDIR\mitjul.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\mitjul.exe" "FriendlyAppName" "$(Name)"
  !insertmacro TellShell

  WriteRegStr HKCU "${KEY}" "DisplayName" "$(Name)"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\mitjul.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "Mitjul"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${KEY}" "Shortcut" "$SMPROGRAMS\$(Name).lnk"
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
SectionEnd

Section un.install
  !insertmacro RequireClosed
  ReadRegStr $0 HKCU "${KEY}" "Shortcut"
  Delete "$0"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\mitjul.exe"
  Delete "$INSTDIR\mitjul-console.exe"
  Delete "$INSTDIR\document.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when nothing of the user's is in it
  DeleteRegKey HKCU "${KEY}"
  ReadRegStr $0 HKCU "Software\Classes\.mitjul" ""
  ${If} $0 == "Mitjul.Project"
    DeleteRegKey HKCU "Software\Classes\.mitjul"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\Mitjul.Project"
  DeleteRegKey HKCU "Software\Classes\Applications\mitjul.exe"
  !insertmacro TellShell
SectionEnd
