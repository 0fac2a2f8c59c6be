"""An edition over HTTP, on the loopback address alone."""

from banmian.serve.folder import serve_folder

__all__ = ["serve_folder"]
