"""版面: one newspaper issue as it exists goes in, a digital newspaper comes out."""

__version__ = "0.1.0"
