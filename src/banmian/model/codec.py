"""Edition JSON: to and from the nouns of `edition`, with its schema number and its JSON Schema.

The dataclasses are the only definition: fields, types and null-ability are read off them, so that the
written JSON, the reader and the schema cannot drift apart. Boxes are written as `[x0, y0, x1, y1]`.
"""

from __future__ import annotations

import json
import math
import types
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from banmian.model.edition import SCHEMA, Edition
from banmian.model.geometry import Box

UPGRADES: dict[str, str] = {}
"""Older schema names that this version still reads, each with the name that follows it; none so far."""


class CodecError(ValueError):
    """The bytes are no edition JSON; the message names the field."""


def encode(edition: Edition) -> bytes:
    """Edition JSON, UTF-8, two spaces of indent, one line feed at the end.

    What JSON has no form for is unknown: for a number that is infinite or none, the smallest field around it
    that may be null or empty is that; half of a surrogate pair is a question mark.
    """
    text = json.dumps(_plain(edition), ensure_ascii=False, indent=2, allow_nan=False)
    return (text + "\n").encode("utf-8", "replace")


def decode(data: bytes | str) -> Edition:
    """The edition that was written.

    Raises:
        CodecError: no JSON, another schema, a field missing, unknown or of the wrong type.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise CodecError(f"not JSON: {error}") from error
    return _edition(value)


def _edition(value: object) -> Edition:
    if not isinstance(value, dict) or "schema" not in value:
        raise CodecError("no edition JSON: the object has no `schema`")
    named = value["schema"]
    if not isinstance(named, str) or (named != SCHEMA and named not in UPGRADES):
        raise CodecError(f"schema {named!r} is not {SCHEMA!r}: read it with the banmian that wrote it")
    edition: Edition = _built(Edition, value, "edition")
    return edition


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of edition JSON."""
    definitions: dict[str, Any] = {}
    root = _schema_of(Edition, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "banmian edition",
        "$defs": definitions,
        **root,
    }


def _plain(value: object) -> object:
    if isinstance(value, Box):
        return [_plain(edge) for edge in (value.x0, value.y0, value.x1, value.y1)]
    if isinstance(value, float) and not math.isfinite(value):
        raise _NoNumberError
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if is_dataclass(value):
        return {f.name: _plain_field(value, f.name) for f in fields(value)}
    return value


class _NoNumberError(ValueError):
    """JSON has no form for a number."""


def _plain_field(holder: Any, name: str) -> object:  # noqa: ANN401 any dataclass
    try:
        return _plain(getattr(holder, name))
    except _NoNumberError:
        kind = _hints(holder.__class__)[name]
        if type(None) in get_args(kind):
            return None
        if get_args(kind)[-1:] == (Ellipsis,):
            return []
        raise


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _typed(kind: Any, value: Any, where: str) -> Any:  # noqa: ANN401 a type and a JSON value can be anything
    origin, args = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        if value is None and type(None) in args:
            return None
        (inner,) = (a for a in args if a is not type(None))
        return _typed(inner, value, where)
    if kind is Box:
        x0, y0, x1, y1 = _typed(tuple[float, float, float, float], value, where)
        return Box(x0, y0, x1, y1)
    if origin is tuple:
        if not isinstance(value, list):
            raise CodecError(f"{where}: a list was expected")
        inner_kinds = [args[0]] * len(value) if args[-1] is Ellipsis else list(args)
        if len(inner_kinds) != len(value):
            raise CodecError(f"{where}: {len(inner_kinds)} values were expected")
        pairs = zip(inner_kinds, value, strict=True)
        return tuple(_typed(k, v, f"{where}/{i}") for i, (k, v) in enumerate(pairs))
    if is_dataclass(kind):
        return _built(kind, value, where)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        try:
            return kind(value)
        except ValueError as error:
            raise CodecError(f"{where}: {value!r} is no {kind.__name__}") from error
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        return _finite(value, where)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise CodecError(f"{where}: {kind.__name__} was expected")
    return value


def _finite(value: float, where: str) -> float:
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise CodecError(f"{where}: a finite number was expected")
    return number


def _built(kind: Any, value: Any, where: str) -> Any:  # noqa: ANN401 a type and a JSON value can be anything
    if not isinstance(value, dict):
        raise CodecError(f"{where}: an object was expected")
    known = {f.name: f for f in fields(kind)}
    unknown = sorted(set(value) - set(known))
    if unknown:
        raise CodecError(f"{where}: unknown field {unknown[0]!r}")
    required = [n for n, f in known.items() if f.default is MISSING and f.default_factory is MISSING]
    absent = [n for n in required if n not in value]
    if absent:
        raise CodecError(f"{where}: the field {absent[0]!r} is missing")
    hints = _hints(kind)
    return kind(**{n: _typed(hints[n], v, f"{where}/{n}") for n, v in value.items()})


def _schema_of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 a type can be anything
    origin, args = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        (inner,) = (a for a in args if a is not type(None))
        return {"anyOf": [_schema_of(inner, definitions), {"type": "null"}]}
    if kind is Box:
        return {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4}
    if origin is tuple:
        if args[-1] is Ellipsis:
            return {"type": "array", "items": _schema_of(args[0], definitions)}
        inner = [_schema_of(a, definitions) for a in args]
        return {"type": "array", "prefixItems": inner, "minItems": len(inner), "maxItems": len(inner)}
    if is_dataclass(kind):
        return _schema_of_dataclass(kind, definitions)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [k.value for k in kind]}
    return {"type": {str: "string", float: "number", int: "integer", bool: "boolean"}[kind]}


def _schema_of_dataclass(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 as above
    hints = _hints(kind)
    properties = {f.name: _schema_of(hints[f.name], definitions) for f in fields(kind)}
    if kind is Edition:
        properties["schema"] = {"const": SCHEMA}
    whole = {
        "type": "object",
        "description": (kind.__doc__ or "").split("\n", 1)[0],
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    if kind is Edition:
        return whole
    definitions[kind.__name__] = whole
    return {"$ref": f"#/$defs/{kind.__name__}"}
