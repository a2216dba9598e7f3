"""The example programs run as they are, with a compiled rules file and without a single help page."""

import asyncio
import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import httpx
import pytest

import engine

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="module")
def rules_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own rules, compiled."""
    path = tmp_path_factory.mktemp("rules") / "rules.json"
    path.write_bytes(engine.load(ROOT / "docs").to_json())
    return path


def program(name: str, rules_file: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """An example, loaded as its users do."""
    monkeypatch.setenv("CHARTER_RULES", str(rules_file))
    spec = importlib.util.spec_from_file_location(f"example_{name}", EXAMPLES / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    # FastAPI looks annotations up in the module.
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


def test_the_decorator_lets_pass_who_may_and_tells_who_may_not(
    rules_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = program("decorator", rules_file, monkeypatch)
    assert example.open_sales(example.Person("Kari", "sales-user", "standard-crm-user")) == "sales of Kari"
    with pytest.raises(example.NotAllowed) as refused:
        example.open_sales(example.Person("Anna", "sales-user"))
    assert refused.value.decision.missing == (("complete-crm-user",), ("standard-crm-user",))
    assert refused.value.decision.because


def test_the_decorator_refuses_a_misspelt_capability_at_once(rules_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = program("decorator", rules_file, monkeypatch)
    with pytest.raises(engine.UsageError, match="unknown capability `sale-modul`"):
        example.requires("sale-modul")


def test_the_decorator_runs_by_itself_and_reads_no_pages(rules_file: Path, tmp_path: Path) -> None:
    code = (
        "import runpy, sys; runpy.run_path(sys.argv[1], run_name='__main__');"
        "assert not {'markdown_it', 'babel', 'click'} & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, EXAMPLES / "decorator.py"],
        env={"CHARTER_RULES": str(rules_file)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("sales of Kari\nAnna: sale-module: not_licensed; missing: ")
    assert "en/admin/license/learn/index.md:63 Access to the Sale module, in addition to Standard CRM." in done.stdout


Get = Callable[..., httpx.Response]


@pytest.fixture
def get(rules_file: Path, monkeypatch: pytest.MonkeyPatch) -> Get:
    """Asks the service, without a network."""
    transport = httpx.ASGITransport(app=program("web_service", rules_file, monkeypatch).app)

    async def ask(path: str, headers: dict[str, str]) -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            return await client.get(path, headers=headers)

    return lambda path, **headers: asyncio.run(ask(path, {k.replace("_", "-"): v for k, v in headers.items()}))


def test_the_service_answers_who_may(get: Get) -> None:
    answer = get("/sales", x_user="kari")
    assert (answer.status_code, answer.json()) == (200, {"user": "kari", "outcome": "allowed"})


def test_the_service_tells_who_may_not_what_is_missing_in_her_language(get: Get) -> None:
    answer = get("/sales", x_user="anna", accept_language="sv-SE,sv;q=0.9")
    body = answer.json()
    assert answer.status_code == 402
    assert (body["outcome"], body["missing"]) == ("not_licensed", [["complete-crm-user"], ["standard-crm-user"]])
    assert "Åtkomst till säljmodulen, utöver Standard CRM." in {reason["text"] for reason in body["because"]}
    assert all(reason["page"].startswith("sv/admin/license/learn/index.md#") for reason in body["because"])
    assert get("/sales", x_user="anna", accept_language="fi").json()["because"]


def test_the_service_lists_what_a_user_may_do(get: Get) -> None:
    assert "sale-module" in get("/me", x_user="kari").json()["capabilities"]
    assert "active-projects" in get("/me", x_user="ole").json()["capabilities"]


def test_the_service_knows_nobody_without_a_name(get: Get) -> None:
    assert get("/sales", x_user="somebody").status_code == 401
    assert get("/sales").status_code == 422
