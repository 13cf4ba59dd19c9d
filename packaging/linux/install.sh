#!/bin/sh
# Register this folder's application for the user who runs this: menu entry, icons, file type.
# `./install.sh remove` takes the entries back. Projects and settings are never touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
icons=$data/icons/hicolor/scalable
menu=$data/applications/mitjul.desktop
command=$HOME/.local/bin/mitjul

tell_system() {
    for tool in "update-mime-database $data/mime" "update-desktop-database $data/applications"; do
        # shellcheck disable=SC2086 # a command and its argument
        if command -v "${tool%% *}" >/dev/null 2>&1; then $tool >/dev/null 2>&1 || true; fi
    done
}

if [ "${1:-}" = remove ]; then
    rm -f "$menu" "$command" "$data/mime/packages/mitjul.xml" \
        "$icons/apps/mitjul.svg" "$icons/mimetypes/application-x-mitjul.svg"
    tell_system
    echo "The menu entry and the file type are gone. Delete this folder to finish: $here"
    exit 0
fi
mkdir -p "$data/applications" "$data/mime/packages" "$icons/apps" "$icons/mimetypes" "$HOME/.local/bin"
# a % in a path is written twice there
program=$(printf %s "$here/mitjul" | sed 's/%/%%/g')
{
    grep -v '^Exec=' "$here/mitjul.desktop"
    printf 'Exec="%s" %%f\n' "$program"
} >"$menu"
cp "$here/mitjul-mime.xml" "$data/mime/packages/mitjul.xml"
cp "$here/mitjul.svg" "$icons/apps/mitjul.svg"
cp "$here/document.svg" "$icons/mimetypes/application-x-mitjul.svg"
ln -sf "$here/mitjul" "$command"
tell_system
echo "Mitjul is in the menu now; the command is $command."
