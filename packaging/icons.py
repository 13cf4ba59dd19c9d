"""The icons from their SVG sources: `python packaging/icons.py` makes .ico, .icns and .png anew.

Sources are `packaging/icons/*.svg`. The containers are a table of PNG pictures each: ICO as of
Windows Vista, ICNS as of Mac OS X 10.7.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent / "icons"
NAMES = ("mitjul", "document")
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
ICNS_TYPES = {
    b"icp4": 16,
    b"icp5": 32,
    b"icp6": 64,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}
PNG_SIZE = 256


def main() -> int:
    """Make all containers and pictures."""
    application = QGuiApplication.instance() or QGuiApplication(["icons"])
    for name in NAMES:
        source = FOLDER / f"{name}.svg"
        (FOLDER / f"{name}.ico").write_bytes(ico(source))
        (FOLDER / f"{name}.icns").write_bytes(icns(source))
        (FOLDER / f"{name}.png").write_bytes(png(source, PNG_SIZE))
    del application
    return 0


def png(source: Path, size: int) -> bytes:
    """The picture as PNG, ``size`` pixels square."""
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise ValueError(f"{source} is not an SVG picture")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def ico(source: Path) -> bytes:
    """A Windows icon: header, directory of 16 bytes a picture, pictures."""
    pictures = [png(source, size) for size in ICO_SIZES]
    place = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        side = size % 256  # 0 says 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return directory + b"".join(pictures)


def icns(source: Path) -> bytes:
    """A macOS icon: a type and a length before each picture."""
    entries = b""
    for kind, size in ICNS_TYPES.items():
        picture = png(source, size)
        entries += kind + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(entries) + 8) + entries


if __name__ == "__main__":
    sys.exit(main())
