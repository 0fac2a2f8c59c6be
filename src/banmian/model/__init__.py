"""The nouns of a newspaper: frozen values, nothing but the standard library."""
