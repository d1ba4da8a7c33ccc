"""Running the application on a socket, until interrupted."""

import contextlib
import socket

import uvicorn

from socwork_standard.web.app import create_app
from socwork_standard.web.settings import Settings


def serve(settings: Settings, listener: socket.socket) -> None:
    """Serve until Ctrl-C; no request is logged."""
    app = create_app(settings)
    app.state.services.workers.make_ready()
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        server_header=False,
        ws="none",
        timeout_keep_alive=10,
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=32_768,
    )
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
