"""An edition over HTTP: on loopback, files alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from banmian.errors import NoSuchInput, OutsideMissing
from banmian.serve.folder import server


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    folder = tmp_path / "edition"
    (folder / "articles").mkdir(parents=True)
    (folder / "index.html").write_text("<p>河灣週報", encoding="utf-8")
    (folder / "page.webp").write_bytes(b"RIFF")
    (tmp_path / "secret").write_text("not for readers", encoding="utf-8")
    with server(folder, 0) as httpd:
        assert httpd.server_address[0] == "127.0.0.1"
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        yield int(httpd.server_address[1])
        httpd.shutdown()
        thread.join()


def asked(port: int, path: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def test_files_are_served_with_their_types(port: int, capfd: pytest.CaptureFixture[str]) -> None:
    response, body = asked(port, "/")
    assert (response.status, body.decode()) == (200, "<p>河灣週報")
    response, _ = asked(port, "/page.webp")
    assert response.headers["Content-Type"] == "image/webp"
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("path", ["/articles/", "/nothing", "/../secret", "/%2e%2e/secret", "//../../secret"])
def test_nothing_else_is(port: int, path: str) -> None:
    response, body = asked(port, path)
    assert response.status == 404
    assert b"not for readers" not in body


def test_a_port_that_is_taken_is_told(port: int, tmp_path: Path) -> None:
    with pytest.raises(OutsideMissing, match=rf"Port {port} cannot be used.*--port"):
        server(tmp_path / "edition", port)


def test_a_folder_without_an_edition_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoSuchInput, match=r"no index\.html"):
        server(tmp_path, 0)
