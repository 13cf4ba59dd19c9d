#!/bin/sh
# Sign and notarise dist/Mitjul.app where the secrets are, else say so and end well.
# Secrets: MITJUL_SIGN_IDENTITY (a Developer ID Application), and for notarising
# MITJUL_NOTARY_KEY (path of an API key), MITJUL_NOTARY_KEY_ID, MITJUL_NOTARY_ISSUER.
set -eu
cd "$(dirname "$0")/../.."
application=dist/Mitjul.app
if [ -z "${MITJUL_SIGN_IDENTITY:-}" ]; then
    # an application for Apple silicon does not start without any signature
    codesign --force --deep --sign - "$application"
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
ditto -c -k --keepParent "$application" build/Mitjul.zip
xcrun notarytool submit build/Mitjul.zip --wait \
    --key "$MITJUL_NOTARY_KEY" --key-id "$MITJUL_NOTARY_KEY_ID" --issuer "$MITJUL_NOTARY_ISSUER"
xcrun stapler staple "$application"
spctl --assess --type execute "$application"
