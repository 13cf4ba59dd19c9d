#!/bin/sh
# Put the certificate into a keychain that codesign may use without asking, where the secrets are
# (MITJUL_MACOS_CERTIFICATE: a .p12 in base64, MITJUL_MACOS_PASSWORD), else say so and end well.
set -eu
if [ -z "${MITJUL_MACOS_CERTIFICATE:-}" ]; then
    echo "No keychain: there is no MITJUL_MACOS_CERTIFICATE."
    exit 0
fi
place=${RUNNER_TEMP:-$(mktemp -d)}
keychain=$place/mitjul.keychain-db
secret=$(openssl rand -hex 24)
trap 'rm -f "$place/mitjul.p12"' EXIT
printf %s "$MITJUL_MACOS_CERTIFICATE" | base64 --decode >"$place/mitjul.p12"
security create-keychain -p "$secret" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$secret" "$keychain"
security import "$place/mitjul.p12" -P "$MITJUL_MACOS_PASSWORD" -k "$keychain" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$secret" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
