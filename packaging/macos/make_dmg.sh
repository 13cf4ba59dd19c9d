#!/bin/sh
# Make dist/mitjul-VERSION-macos-ARCH.dmg from dist/Mitjul.app.
set -eu
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' desktop/__init__.py)
image=dist/mitjul-$version-macos-${MITJUL_ARCH:-$(uname -m)}.dmg
stage=build/dmg
rm -rf "$stage" "$image"
mkdir -p "$stage"
ditto dist/Mitjul.app "$stage/Mitjul.app"
ln -s /Applications "$stage/Applications"
# hdiutil finds the volume busy now and then, while Spotlight looks at it
for attempt in 1 2 3 4 5; do
    if hdiutil create -volname Mitjul -srcfolder "$stage" -format UDZO "$image"; then
        echo "$image"
        exit 0
    fi
    echo "attempt $attempt failed" >&2
    sleep 5
done
exit 1
