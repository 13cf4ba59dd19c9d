#!/bin/sh
# Sign and notarise dist/Mitjul.app where the secrets are, else say so and end well.
# Secrets: MITJUL_SIGN_IDENTITY (a Developer ID Application of the keychain), and for notarising
# MITJUL_NOTARY_KEY (the text of an API key), MITJUL_NOTARY_KEY_ID, MITJUL_NOTARY_ISSUER.
set -eu
cd "$(dirname "$0")/../.."
application=dist/Mitjul.app
if [ -z "${MITJUL_SIGN_IDENTITY:-}" ]; then
    # Without any signature it does not start on Apple silicon; with a broken one it is told to be
    # damaged, and then the settings have no button that opens it.
    codesign --force --deep --sign - "$application"
    codesign --verify --deep --strict "$application"
    echo "Not signed: there is no MITJUL_SIGN_IDENTITY. Users open it as docs/install.md says."
    exit 0
fi
codesign --force --deep --options runtime --timestamp \
    --entitlements packaging/macos/entitlements.plist \
    --sign "$MITJUL_SIGN_IDENTITY" "$application"
codesign --verify --deep --strict "$application"
if [ -z "${MITJUL_NOTARY_KEY:-}" ]; then
    echo "Signed but not notarised: there is no MITJUL_NOTARY_KEY."
    exit 0
fi
key=$(mktemp)
trap 'rm -f "$key"' EXIT
printf '%s\n' "$MITJUL_NOTARY_KEY" >"$key"
ditto -c -k --keepParent "$application" build/Mitjul.zip
xcrun notarytool submit build/Mitjul.zip --wait \
    --key "$key" --key-id "$MITJUL_NOTARY_KEY_ID" --issuer "$MITJUL_NOTARY_ISSUER"
xcrun stapler staple "$application"
spctl --assess --type execute "$application"
