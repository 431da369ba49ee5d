"""Whether a refusal is one: its status, its code, the place it names, its form."""

from __future__ import annotations

from typing import Any

import httpx

STATUS = {"invalid": 422, "not_found": 404, "forbidden": 403, "conflict": 409, "rule": 409, "unavailable": 503}


def is_refused(response: httpx.Response, code: str, field: str | None = None) -> None:
    """Asserts that an answer is a refusal with this code, at this field."""
    said = f"{response.request.method} {response.request.url!s:.200}: {response.text:.500}"
    assert response.headers["content-type"] == "application/json", said
    body: dict[str, Any] = response.json()
    assert body["code"] == code, said
    assert response.status_code == STATUS[body["category"]], said
    assert body.keys() == {"code", "category", "message", "details"}, said
    assert all(body["message"][language].strip() for language in ("hu", "en")), said
    if field is not None:
        assert body["details"]["field"] == field, said
