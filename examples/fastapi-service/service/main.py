"""The application."""

from __future__ import annotations

from pathlib import Path

import foodwms.fastapi
from fastapi import FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

from service import auth, errors, ops
from service.limits import BodyLimit
from service.logs import RequestLog
from service.routes import plant_routes
from service.settings import Settings

PAGE = Path(__file__).with_name("page")
_PAGE_HEADERS = {"Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'"}


def create_app(settings: Settings) -> FastAPI:
    """The service with these settings."""
    app = FastAPI(
        title="Lot traceability",
        version="0.1.0",
        lifespan=foodwms.fastapi.lifespan(
            settings.database_url,
            settings.tenant,
            connections=settings.connections,
            deadline=settings.deadline_s,
            migrate=settings.migrate,
        ),
    )
    app.state.users = auth.Users(settings.users, settings.signing_secret())
    errors.install(app)
    # The last is the outermost: what is refused for its size is logged as well.
    app.add_middleware(BodyLimit)
    app.add_middleware(RequestLog)
    app.include_router(auth.router, prefix="/api")
    app.router.routes.extend(plant_routes())
    app.include_router(ops.router, prefix="/api")
    # Where those who watch processes look by habit.
    app.include_router(ops.router, include_in_schema=False)
    app.mount("/page", StaticFiles(directory=PAGE), name="page")

    @app.get("/", include_in_schema=False)
    async def page() -> FileResponse:
        return FileResponse(PAGE / "index.html", headers=_PAGE_HEADERS)

    return app


app = create_app(Settings.from_environment())
