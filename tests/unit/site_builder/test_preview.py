"""The preview shows the site, reloads it, shows what was found, and answers this machine alone."""

import datetime as dt
import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.cache import Store
from engine.findings import UsageError
from engine.localedata import Locales, Messages
from site_builder.preview import Preview, run
from site_builder.preview_cli import preview as command
from site_builder.preview_server import EVENTS, FINDINGS, SCRIPT, serve
from tests.unit.site_builder.conftest import LICENCES_SV, Write

TODAY = dt.date(2026, 1, 1)


@pytest.fixture
def docs(make_docs: Write) -> Path:
    return make_docs({"sv/index.md": "# Hjälp\n\n[borta](borta.md)\n", "sv/x.md": LICENCES_SV})


@pytest.fixture
def preview(docs: Path, locales: Locales, tmp_path: Path) -> Preview:
    return Preview(docs, tmp_path / "preview", locales, Store(tmp_path / "cache"), Messages())


@pytest.fixture
def port(preview: Preview) -> Iterator[int]:
    (preview.shown.folder.parent).mkdir()
    preview.build()
    server = serve(preview.shown, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def get(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, str, http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers={"Host": f"{host}:{port}"})
    answer = connection.getresponse()
    text = "" if path == EVENTS else answer.read().decode()
    return answer.status, text, answer


def test_a_page_is_shown_with_the_script_that_reloads_it(port: int) -> None:
    status, text, _ = get(port, "/sv/x.html")
    assert status == 200
    assert "<h1" in text
    assert f'<script src="{SCRIPT}" defer></script>\n</head>' in text
    assert "EventSource" in get(port, SCRIPT)[1]
    assert get(port, "/sv/")[0] == 200
    assert get(port, "/sv")[0] == 301


def test_only_requests_that_name_this_machine_are_answered(port: int) -> None:
    assert get(port, "/sv/x.html", "evil.example")[0] == 403
    assert get(port, "/sv/x.html", "localhost")[0] == 200


@pytest.mark.parametrize("path", ["/../../secret", "/%2e%2e/secret", "/sv/../../../secret", "/assets/", "/none.html"])
def test_nothing_but_the_site_is_served(path: str, port: int, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET")
    status, text, _ = get(port, path)
    assert status == 404
    assert "SECRET" not in text


def test_a_change_is_built_checked_and_told(preview: Preview, port: int, docs: Path) -> None:
    assert "Ny text" not in get(port, "/sv/index.html")[1]
    _, _, events = get(port, EVENTS)
    (docs / "sv/index.md").write_text("# Hjälp\n\nNy text. [borta](borta.md)\n", "utf-8")
    preview.follow([object()], lambda: TODAY)
    told = [events.readline().decode().strip() for _ in range(4)]
    assert told == ['data: "built"', "", 'data: "checked"', ""]
    assert "Ny text" in get(port, "/sv/index.html")[1]
    found = json.loads(get(port, f"{FINDINGS}?sv/index.html")[1])
    assert found["title"] == "1 finding"
    assert {"code": "F014", "where": "sv/index.md:3:11"}.items() <= found["findings"][0].items()


def test_a_folder_that_cannot_be_read_is_told_and_the_old_site_stays(preview: Preview, port: int, docs: Path) -> None:
    (docs / "charter.toml").write_text("nonsense = [")
    _, _, events = get(port, EVENTS)
    assert preview.build() is None
    assert "TOML" in events.readline().decode()
    assert get(port, "/sv/x.html")[0] == 200


def test_without_a_site_the_reason_is_shown(preview: Preview, docs: Path) -> None:
    (docs / "charter.toml").write_text("nonsense = [<b>")
    preview.build()
    server = serve(preview.shown, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    status, text, _ = get(server.server_address[1], "/")
    server.shutdown()
    server.server_close()
    assert status == 503
    assert "charter.toml" in text


def test_it_runs_until_it_is_stopped(docs: Path, locales: Locales, tmp_path: Path) -> None:
    stop, addresses = threading.Event(), []

    def announce(address: str) -> None:
        addresses.append(address)
        stop.set()

    run(docs, locales, Store(tmp_path / "cache"), Messages(), 0, announce, stop)
    assert addresses[0].startswith("http://127.0.0.1:")


def test_a_port_that_is_taken_is_misuse(preview: Preview, port: int) -> None:
    with pytest.raises(UsageError, match="port"):
        serve(preview.shown, port)


def test_the_help_shows_an_example() -> None:
    assert "charter preview docs" in CliRunner().invoke(command, ["--help"]).output
