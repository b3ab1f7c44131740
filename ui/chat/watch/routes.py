"""GET /health, and where it is asked for GET /metrics."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import FastAPI

    from ui.chat.desks import Desks

HEALTH = "/health"
METRICS = "/metrics"


def health(desks: "Desks") -> tuple[int, dict[str, object]]:
    """Return the status code and JSON of readiness: 200 once the model has answered, 503 before and where it cannot."""
    if desks.state != "ready":
        return 503, {"status": desks.state}
    return 200, {"status": "ready", "articles": len(desks.get().index)}


def add_routes(app: "FastAPI", desks: "Desks", *, metrics: bool) -> None:
    """Put the routes on the outer app; both answer without users, as a probe has none."""
    from fastapi.responses import JSONResponse, PlainTextResponse

    @app.get(HEALTH, response_class=JSONResponse)
    def ready() -> JSONResponse:
        """Say whether questions can be answered."""
        code, said = health(desks)
        return JSONResponse(said, code)

    if not metrics:
        return

    @app.get(METRICS, response_class=PlainTextResponse)
    def counted() -> PlainTextResponse:
        """Say how much was asked."""
        text = desks.metrics.text(len(desks.get().index))
        return PlainTextResponse(text, media_type="text/plain; version=0.0.4")
