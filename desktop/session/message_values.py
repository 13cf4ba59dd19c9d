"""Messages and refusals as JSON and back again, for words from a process that is not trusted."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from pydantic import JsonValue

from desktop.errors import KnownError, Message, RefusedInput

_LONGEST = 4_000
_DEEPEST = 8
_MESSAGE, _REFUSAL = "message", "refusal"
_NO_PARAMS = {"self", "what", "advice"}


def message_value(message: Message) -> JsonValue:
    """A message as JSON."""
    return {"template": message.template, "params": _params_value(message.params)}


def refusal_value(error: KnownError) -> JsonValue:
    """A known failure as JSON."""
    return {"what": error.what, "advice": error.advice, "params": _params_value(error.params)}


def message_of(value: JsonValue, depth: int = 0) -> Message:
    """The message that :func:`message_value` made into JSON.

    Raises:
        ValueError: it cannot have made it.
    """
    found = _object(value)
    params = _params_of(found.get("params"), depth)
    return Message(_template(found.get("template"), params), params)


def refusal_of(value: JsonValue, depth: int = 0) -> RefusedInput:
    """The refusal that :func:`refusal_value` made into JSON.

    Raises:
        ValueError: it cannot have made it.
    """
    found = _object(value)
    params = _params_of(found.get("params"), depth)
    what, advice = (_template(found.get(name), params) for name in ("what", "advice"))
    return RefusedInput(what, advice, **params)


def _params_value(params: Mapping[str, object]) -> dict[str, JsonValue]:
    return {name: _param_value(param) for name, param in params.items()}


def _param_value(param: object) -> JsonValue:
    if isinstance(param, Message):
        return {_MESSAGE: message_value(param)}
    if isinstance(param, KnownError):
        return {_REFUSAL: refusal_value(param)}
    if isinstance(param, (int, float)):
        return param
    return str(param)[:_LONGEST].encode("utf-8", "replace").decode()


def _params_of(value: JsonValue, depth: int) -> dict[str, object]:
    if depth > _DEEPEST:
        raise ValueError("messages within messages are too deep")
    found = _object(value)
    if any(not name.isidentifier() or name in _NO_PARAMS for name in found):
        raise ValueError("names that no parameters have")
    return {name: _param_of(param, depth) for name, param in found.items()}


def _param_of(value: JsonValue, depth: int) -> object:
    if isinstance(value, dict):
        if _MESSAGE in value:
            return message_of(value[_MESSAGE], depth + 1)
        return refusal_of(value.get(_REFUSAL), depth + 1)
    if isinstance(value, (int, float)) or (isinstance(value, str) and len(value) <= _LONGEST):
        return value
    raise ValueError("no parameter of a message")


def _template(value: JsonValue, params: Mapping[str, object]) -> str:
    """A template that takes nothing but these parameters, as they are."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise ValueError("no template")
    for _, name, spec, conversion in Formatter().parse(value):
        if name is not None and (name not in params or spec or conversion):
            raise ValueError("a template with other fields than its parameters")
    return value


def _object(value: JsonValue) -> dict[str, JsonValue]:
    if not isinstance(value, dict):
        raise ValueError("no object")
    return value
