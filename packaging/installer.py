"""Make the Windows installer from the portable zip that `package.py` made; on Debian and Ubuntu.

`python3 packaging/installer.py` needs makensis of the distribution's nsis: NSIS's own builds for
Windows have no 64-bit stub. Where MITJUL_WINDOWS_CERTIFICATE (a PFX in base64) and
MITJUL_WINDOWS_PASSWORD are set, osslsigncode signs the programs, which then lie signed in the zip
too, and the installer; where not, that is said.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import archives  # noqa: E402
import verify  # noqa: E402

from desktop import __version__  # noqa: E402

SCRIPT = ROOT / "packaging" / "windows" / "installer.nsi"
_CLOCK = "http://timestamp.digicert.com"
"""Signs the time of a signature, so that it outlives the certificate."""


def main(dist: Path = ROOT / "dist", work: Path = ROOT / "build" / "installer") -> int:
    """Sign the programs, pack them, make and sign the installer; 0 when it keeps to its budget."""
    portable = dist / f"mitjul-{__version__}-windows-x64-portable.zip"
    setup = dist / f"mitjul-{__version__}-windows-x64-setup.exe"
    folder, empty = unpack(portable, work)
    if sign(sorted(folder.glob("*.exe"))):
        archives.write_zip(folder, portable, archives.date(), empty)
    command = ["makensis", "-V2", "-INPUTCHARSET", "UTF8", f"-DVERSION={__version__}"]
    command += [f"-DSOURCE={folder}", f"-DOUTPUT={setup}", str(SCRIPT)]
    subprocess.run(command, check=True)
    sign([setup])
    fault = verify.over_budget("windows-installer", setup)
    print(fault or setup)
    return 1 if fault else 0


def unpack(portable: Path, work: Path) -> tuple[Path, str]:
    """What the zip holds, all of one date, without the empty folder that makes it portable.

    Returns the folder, and the name of the one left out.
    """
    shutil.rmtree(work, ignore_errors=True)
    with zipfile.ZipFile(portable) as packed:
        packed.extractall(work)
        (empty,) = [Path(name) for name in packed.namelist() if name.endswith("/")]
    (work / empty).rmdir()
    folder = work / empty.parts[0]
    for path in folder.rglob("*"):
        os.utime(path, (archives.date(), archives.date()))
    return folder, empty.name


def sign(files: list[Path]) -> bool:
    """Sign the files where the secrets are, else say so; whether they are signed now."""
    certificate = os.environ.get("MITJUL_WINDOWS_CERTIFICATE")
    names = ", ".join(file.name for file in files)
    if not certificate:
        print(f"Not signed: {names}. There is no MITJUL_WINDOWS_CERTIFICATE; users open the")
        print("program as docs/install.md says.")
        return False
    with tempfile.TemporaryDirectory() as place:
        pfx, password, signed = (Path(place) / name for name in ("pfx", "password", "signed"))
        pfx.write_bytes(base64.b64decode(certificate))
        password.write_text(os.environ["MITJUL_WINDOWS_PASSWORD"], encoding="utf-8")
        for file in files:
            command = ["osslsigncode", "sign", "-pkcs12", str(pfx), "-readpass", str(password)]
            command += ["-h", "sha256", "-n", "Mitjul", "-ts", _CLOCK]
            subprocess.run([*command, "-in", str(file), "-out", str(signed)], check=True)
            signed.replace(file)
    print(f"Signed: {names}.")
    return True


if __name__ == "__main__":
    sys.exit(main())
