"""The server of `charter preview`: a built site, and what was found on each page of it.

Nothing but the loopback address is served, and only requests that name it: a page of another site cannot reach it by
a name that it makes point here.
"""

import http.server
import json
import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from engine.findings import UsageError

HOST = "127.0.0.1"
EVENTS = "/_charter/events"
"""Where a page waits to be told that it was built again."""
BUILT, CHECKED = "built", "checked"
"""What it is told; anything else is why the site could not be built."""
FINDINGS = "/_charter/findings"
SCRIPT = "/_charter/preview.js"
_TAG = f'<script src="{SCRIPT}" defer></script>'
_ALIVE = 15.0
"""Seconds after which a page that waits is told that there is nothing new."""


class Shown:
    """What the preview shows: a folder, the findings of each page, and who waits for the next build."""

    def __init__(self, folder: Path, script: bytes, title: Callable[[int], str]) -> None:
        """
        Args:
            folder: of the site.
            script: what pages are shown with.
            title: so many findings, in words.
        """
        self.folder = folder
        self.script = script
        self._title = title
        self.failure = ""
        """Why there is no site; empty where there is one."""
        self._findings: Mapping[str, Sequence[Mapping[str, object]]] = {}
        self._waiting: set[queue.Queue[str]] = set()
        self._lock = threading.Lock()

    def check(self, findings: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
        """What was found is known.

        Args:
            findings: place of a page -> what was found on it; "" for what belongs to none.
        """
        self._findings = findings
        self._tell(CHECKED)

    def build(self, failure: str = "") -> None:
        """The site was built again, or could not be.

        Args:
            failure: why not.
        """
        self.failure = failure
        self._tell(failure or BUILT)

    def _tell(self, what: str) -> None:
        with self._lock:
            for waiting in self._waiting:
                waiting.put(what)

    def findings(self, place: str) -> Mapping[str, object]:
        """What was found on a page, and what belongs to no page, with a title."""
        found = [*self._findings.get(place, ()), *(self._findings.get("", ()) if place else ())]
        return {"title": self._title(len(found)), "findings": found}

    def wait(self) -> queue.Queue[str]:
        """A queue that is told of the next builds, until `leave`."""
        waiting: queue.Queue[str] = queue.Queue()
        with self._lock:
            self._waiting.add(waiting)
        return waiting

    def leave(self, waiting: queue.Queue[str]) -> None:
        """Nobody looks into this queue any more."""
        with self._lock:
            self._waiting.discard(waiting)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site and what the preview adds to it."""

    def __init__(self, shown: Shown, *arguments: Any) -> None:
        self._shown = shown
        super().__init__(*arguments, directory=str(shown.folder))

    def do_GET(self) -> None:
        """Answer a request."""
        host = self.headers.get("Host", "").rpartition(":")[0] or self.headers.get("Host", "")
        if host not in (HOST, "localhost"):
            self.send_error(403)
            return
        path = urlsplit(self.path).path
        if path == EVENTS:
            self._events()
        elif path == SCRIPT:
            self._send(self._shown.script, "text/javascript")
        elif path == FINDINGS:
            place = unquote(urlsplit(self.path).query)
            self._send(json.dumps(self._shown.findings(place)).encode(), "application/json")
        else:
            self._page()

    def do_HEAD(self) -> None:
        """Answer as to a request, without content: nobody needs it."""
        self.send_error(405)

    def list_directory(self, path: Any) -> None:
        """No lists of folders."""
        self.send_error(404)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Quiet."""

    def _page(self) -> None:
        if not self._shown.folder.is_dir():
            body = f"<!doctype html><head><title>Charter</title>{_TAG}</head><pre>{escape(self._shown.failure)}</pre>"
            self._send(body.encode(), "text/html; charset=utf-8", 503)
            return
        target = Path(self.translate_path(self.path))
        if target.is_dir():
            if not urlsplit(self.path).path.endswith("/"):
                # Relative links on the first page of a folder need the slash.
                self.send_response(301)
                self.send_header("Location", urlsplit(self.path).path + "/")
                self.end_headers()
                return
            target = target / "index.html"
        if target.suffix != ".html" or not target.is_file():
            super().do_GET()
            return
        try:
            html = target.read_bytes()
        except OSError:
            self.send_error(404)
            return
        self._send(html.replace(b"</head>", f"{_TAG}\n</head>".encode(), 1), "text/html; charset=utf-8")

    def _send(self, data: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _events(self) -> None:
        # Before the answer, so that whoever has it misses nothing.
        waiting = self._shown.wait()
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            while True:
                try:
                    what = waiting.get(timeout=_ALIVE)
                    self.wfile.write(f"data: {json.dumps(what)}\n\n".encode())
                except queue.Empty:
                    self.wfile.write(b": nothing new\n\n")
                self.wfile.flush()
        except OSError:
            pass
        finally:
            self._shown.leave(waiting)


def serve(shown: Shown, port: int) -> http.server.ThreadingHTTPServer:
    """A server on the loopback address; it answers once `serve_forever` runs.

    Args:
        shown: what to serve.
        port: 0 for any that is free.

    Raises:
        UsageError: the port is taken.
    """
    handler: Callable[..., Handler] = partial(Handler, shown)
    try:
        server = http.server.ThreadingHTTPServer((HOST, port), handler)
    except OSError as error:
        what = f"cannot serve on port {port}: {error.strerror or error}"
        raise UsageError(what, help="choose another --port") from error
    server.daemon_threads = True
    return server
