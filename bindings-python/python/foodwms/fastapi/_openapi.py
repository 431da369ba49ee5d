"""What a route says of itself: the schemas of the wire, as OpenAPI has them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from fastapi import FastAPI

from foodwms import _pydantic

_COMPONENTS = "#/components/schemas/"
_REFUSALS = {
    403: "The role has not the right.",
    404: "A thing that is not there.",
    409: "The state does not allow it, a rule forbids it, or it exists already.",
    422: "Malformed input.",
    503: "The database is busy or unreachable; the same request again may help.",
}
_REFUSED_QUERY = (404, 422, 503)
# A page stands among a query's other parameters.
_PAGE = "page"

Schema = dict[str, Any]


def fields(name: str) -> Schema:
    """The fields of a command or a query: by name, without its type, a page's own in its stead."""
    found = dict(_pydantic.definition(name)["properties"])
    found.pop("type")
    found.pop(_PAGE, None)
    return found | paged(name)


def paged(name: str) -> Schema:
    """The fields of a query's page; none: it has no pages."""
    has_page = _PAGE in _pydantic.definition(name)["properties"]
    return dict(_pydantic.definition("Page")["properties"]) if has_page else {}


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What a route of the host's own says of the library's refusals: for FastAPI's `responses`."""
    return {status: _answer(_REFUSALS[status], "Error") for status in statuses}


def kind(field: Schema) -> str:
    """Which JSON type a field has: a query's text is read as that."""
    schema = _present(field)
    while "$ref" in schema:
        schema = _pydantic.definition(_name(schema["$ref"]))
    return str(schema.get("type", "string"))


def command(name: str, path: Collection[str], given: Collection[str], status: int) -> Schema:
    """A route that is a command: what is in its path, its body, its answers."""
    definition = _pydantic.definition(name)
    known = {*path, *given, "type"}
    inside = {field: _adopted(of) for field, of in fields(name).items() if field not in known}
    needed = [field for field in definition["required"] if field not in known]
    body = {"type": "object", "properties": inside, "required": needed, "additionalProperties": False}
    content = {"application/json": {"schema": body}}
    answers = {status: "Applied."} if status == 200 else {status: "Applied.", 200: "The first answer again."}
    return {
        "parameters": [_parameter(field, of, "path") for field, of in fields(name).items() if field in path],
        "requestBody": {"required": bool(needed), "content": content},
        "responses": _responses(dict.fromkeys(answers, "Applied"), answers, _REFUSALS),
    }


def query(
    name: str, path: Collection[str], given: Collection[str], usual: Mapping[str, Any]
) -> Schema:
    """A route that is a query: what is in its path and behind it, its answers."""
    needed = {*_pydantic.definition(name)["required"]} - usual.keys()
    parameters = [
        _parameter(field, of, "path" if field in path else "query", needed=field in needed)
        for field, of in (fields(name) | _usually(name, usual)).items()
        if field not in given
    ]
    said = {200: "What was asked for."}
    return {
        "parameters": parameters,
        "responses": _responses({200: f"{name}Answer"}, said, _REFUSED_QUERY),
    }


def _usually(name: str, usual: Mapping[str, Any]) -> Schema:
    known = fields(name)
    return {field: {**known[field], "default": value} for field, value in usual.items()}


def complete(app: FastAPI) -> None:
    """Lets the description of an application hold the schemas its routes refer to."""
    generate = app.openapi

    def described() -> Schema:
        if app.openapi_schema is None:
            document = generate()
            schemas = document.setdefault("components", {}).setdefault("schemas", {})
            _add(document, schemas)
        return generate()

    app.openapi = described  # type: ignore[method-assign]


def _add(part: Any, schemas: Schema) -> None:
    for name in _references(part):
        if name not in schemas:
            schemas[name] = _adopted(_pydantic.definition(name))
            _add(schemas[name], schemas)


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        target = part.get("$ref")
        if isinstance(target, str) and target.startswith(_COMPONENTS):
            yield _name(target)
    within = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for inner in within:
        yield from _references(inner)


def _responses(answers: dict[int, str], said: dict[int, str], refused: Collection[int]) -> Schema:
    described = {
        str(status): _answer(said[status], schema) for status, schema in answers.items()
    }
    return described | {str(status): answer for status, answer in refusals(*refused).items()}


def _answer(description: str, schema: str) -> Schema:
    content = {"application/json": {"schema": _adopted({"$ref": schema})}}
    return {"description": description, "content": content}


def _parameter(name: str, field: Schema, place: str, *, needed: bool = False) -> Schema:
    schema = _adopted(_present(field))
    if "default" in field:
        schema["default"] = field["default"]
    described = {"name": name, "in": place, "required": place == "path" or needed, "schema": schema}
    return described | {"description": field.get("description", "")}


def _present(field: Schema) -> Schema:
    """The schema of a field where it is given."""
    choices = field.get("anyOf")
    return next((one for one in choices if one != {"type": "null"}), field) if choices else field


def _adopted(schema: Any) -> Any:
    """A schema of the wire whose references lead into OpenAPI's components; a type without a concept is inlined."""
    if isinstance(schema, list):
        return [_adopted(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    rest = {key: _adopted(value) for key, value in schema.items() if key != "$ref"}
    if "$ref" not in schema:
        return rest
    name = _name(schema["$ref"])
    if name[0].islower():
        return {**_pydantic.definition(name), **rest}
    return {"$ref": _COMPONENTS + name, **rest}


def _name(reference: str) -> str:
    return reference.rsplit("/", 1)[-1]
