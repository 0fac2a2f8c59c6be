"""Serves one folder of files that never change while they are served."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from banmian.errors import NoSuchInput, OutsideMissing

LOOPBACK = "127.0.0.1"

TYPES = {".webp": "image/webp", ".js": "text/javascript", ".json": "application/json"}
"""What older Pythons or bare systems do not know; a browser refuses scripts of the wrong type."""


class _Handler(SimpleHTTPRequestHandler):
    """Files without directory listings."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

    def list_directory(self, path: object) -> None:
        """There is nothing to list: every page is linked."""
        del path
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the base's own name
        """Requests are nobody's business."""
        del format, args


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away in mid-answer is no event."""
        del request, client_address


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server for a folder, bound but not yet serving.

    Raises:
        NoSuchInput: there is no edition in the folder.
        OutsideMissing: the port is taken.
    """
    if not (folder / "index.html").is_file():
        raise NoSuchInput(f"{folder} holds no edition: there is no index.html.", "Run banmian publish first.")
    try:
        return _Server((LOOPBACK, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise OutsideMissing(f"Port {port} cannot be used: {error.strerror}.", "Choose another with --port.") from error


def serve_folder(folder: Path, port: int, told: Callable[[str], None]) -> None:
    """Serves until interrupted; tells the address first."""
    with server(folder, port) as httpd:
        told(f"http://{LOOPBACK}:{httpd.server_address[1]}/")
        httpd.serve_forever()
