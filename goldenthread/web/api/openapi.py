"""The description of the interface as OpenAPI 3.1 has it, made from what the endpoints state."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from goldenthread.web.api.endpoints import ENDPOINTS, ENVELOPE, VERSION, Endpoint, Item, Parameter

_PROBLEMS: Mapping[str, str] = {
    "400": "The question cannot be read, or something was asked that cannot be.",
    "401": "Neither a token that is good nor a session was sent.",
    "403": "The role of whoever is signed in does not let them read it.",
    "404": "There is no such indicator, breakdown, edition or page.",
    "409": "There is nothing to read yet: no edition has been published.",
    "429": "Too much was asked in a minute. Wait for as many seconds as Retry-After says.",
}


def document(board: str, origin: str) -> dict[str, Any]:
    """The whole document, for the board of that name at that origin (`https://board.example.org`)."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"Figures of {board}" if board else "Figures of a safeguarding board",
            "version": VERSION,
            "description": "Figures about safeguarding children, with their numerators, denominators, unknowns,"
            " intervals, edition and protection. Everything is read; nothing can be changed by this interface.",
        },
        "servers": [{"url": origin}],
        "security": [{"token": []}, {"session": []}],
        "paths": {_address(each): {"get": _operation(each)} for each in ENDPOINTS},
        "components": {
            "schemas": {"Problem": _PROBLEM, **{each.lists.name: _schema(each.lists) for each in ENDPOINTS}},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "A token that the board's analyst made."},
                "session": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "session",
                    "description": "Whoever is signed in.",
                },
            },
        },
    }


def _address(endpoint: Endpoint) -> str:
    return reverse(f"api_{endpoint.name}")


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    return {
        "operationId": endpoint.name,
        "summary": endpoint.summary,
        "description": endpoint.about,
        "parameters": [_parameter(each) for each in endpoint.parameters],
        "responses": {
            "200": {"description": "The items, and what they are of.", "content": {"application/json": {
                "schema": _answer(endpoint.lists)}}},
            **{status: _problem(meaning) for status, meaning in _PROBLEMS.items()},
        },
    }  # fmt: skip


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema = {"type": "array", "items": dict(parameter.schema)} if parameter.many else dict(parameter.schema)
    return {
        "name": parameter.name,
        "in": "query",
        "required": False,
        "description": parameter.meaning,
        "schema": schema,
    }


def _answer(item: Item) -> dict[str, Any]:
    items = {"type": "array", "items": {"$ref": f"#/components/schemas/{item.name}"}}
    return _object({**ENVELOPE, "items": items}, "What was asked for, a page at a time.")


def _schema(item: Item) -> dict[str, Any]:
    return _object(item.properties, item.meaning)


def _object(properties: Mapping[str, Mapping[str, Any]], meaning: str) -> dict[str, Any]:
    """An object whose every property is there, though some may be null. Later versions may add more."""
    told = {name: dict(schema) for name, schema in properties.items()}
    return {"type": "object", "description": meaning, "properties": told, "required": list(told)}


def _problem(meaning: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": meaning, "content": {"application/problem+json": {"schema": schema}}}


_PROBLEM = _object(
    {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong, and what to do."},
    },
    "What is wrong (RFC 9457).",
)
