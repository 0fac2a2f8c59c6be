"""Serves one folder of files that never change while they are served."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from banmian.errors import NoSuchInput, OutsideMissing

LOOPBACK = "127.0.0.1"


class _Handler(SimpleHTTPRequestHandler):
    """Files without directory listings, without being indexed or framed by others."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".webp": "image/webp", ".js": "text/javascript"}  # noqa: RUF012 the base's own name

    def list_directory(self, path: object) -> None:
        """There is nothing to list: every page is linked."""
        del path
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the base's own name
        """Requests are nobody's business."""
        del format, args


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server for a folder, bound but not yet serving.

    Raises:
        NoSuchInput: there is no edition in the folder.
        OutsideMissing: the port is taken.
    """
    if not (folder / "index.html").is_file():
        raise NoSuchInput(f"{folder} holds no edition: there is no index.html.", "Run banmian publish first.")
    try:
        return ThreadingHTTPServer((LOOPBACK, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise OutsideMissing(f"Port {port} cannot be used: {error.strerror}.", "Choose another with --port.") from error


def serve_folder(folder: Path, port: int, told: Callable[[str], None]) -> None:
    """Serves until interrupted; tells the address first."""
    with server(folder, port) as httpd:
        told(f"http://{LOOPBACK}:{httpd.server_address[1]}/")
        try:
            httpd.serve_forever()
        except KeyboardInterrupt:
            told("stopped")
