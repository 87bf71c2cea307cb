"""The real Voilà and JupyterLab as run.py starts them, on a small notebook."""

import filecmp
import json
import sys
from http.client import HTTPConnection
from pathlib import Path

import psutil
import pytest
from servers import ROOT, stand_in, started

SHARED = ROOT / "notebooks" / "jupyter"
TEMPLATE = Path("share", "jupyter", "voila", "templates", "valgforbund")


def ask(server, path, host="127.0.0.1"):
    """The status and the text of an answer; a redirect is handed back as what it is."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    with started("app", stand_in(tmp_path_factory.mktemp("app"))) as server:
        yield server


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    with started("lab", stand_in(tmp_path_factory.mktemp("lab"))) as server:
        yield server


LAB = pytest.param("lab", marks=pytest.mark.exhaustive)


@pytest.fixture(params=["app", LAB])
def server(request):
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("voila.json", Path("etc", "jupyter", "voila.json")),
        ("overrides.json", Path("share", "jupyter", "lab", "settings", "overrides.json")),
        ("template/index.html.j2", TEMPLATE / "index.html.j2"),
        ("template/conf.json", TEMPLATE / "conf.json"),
    ],
)
def test_environment_has_the_settings_of_this_checkout(name, place):
    assert filecmp.cmp(SHARED / name, Path(sys.prefix, place), shallow=False)


def test_address_has_a_long_token(server):
    assert len(server.query.removeprefix("token=")) >= 32


@pytest.mark.parametrize("query", ["", "?token=", "?token=guess"])
def test_page_needs_the_token(server, query):
    status, text = ask(server, server.page + query)
    assert status in (302, 403)
    assert "klik" not in text


def test_kernels_need_the_token(server):
    status, _ = ask(server, "/api/kernels/00000000-0000-0000-0000-000000000000/channels")
    assert status in (302, 403)


def test_another_host_name_is_refused_even_with_the_token(server):
    status, _ = ask(server, f"{server.page}?{server.query}", host="valgforbund.example")
    assert status == 403


def test_everything_listens_on_this_machine_only(server):
    status, _ = ask(server, f"{server.page}?{server.query}")
    assert status == 200
    addresses = [
        connection.laddr
        for process in server.processes()
        for connection in process.net_connections(kind="inet")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert ("127.0.0.1", server.port) in addresses
    assert {address.ip for address in addresses} == {"127.0.0.1"}


def test_command_lines_do_not_tell_the_token(server):
    token = server.query.removeprefix("token=")
    lines = [process.cmdline() for process in [server.process, *server.processes()]]
    assert len(lines) > 1
    assert not any(token in part for line in lines for part in line)


def test_voila_shows_neither_code_nor_the_sentence_for_jupyterlab(app):
    status, text = ask(app, f"/?{app.query}")
    assert status == 200
    assert "<title>Valgforbund</title>" in text
    assert "import ipywidgets" not in text
    assert "Shift+Enter" not in text


def test_voilas_page_is_danish_and_waits_for_no_other_host(app):
    _, text = ask(app, f"/?{app.query}")
    assert '<html lang="da">' in text
    assert 'rel="stylesheet" href="http' not in text
    assert 'src="http' not in text


@pytest.mark.exhaustive
def test_jupyterlab_asks_about_no_news(lab):
    plugin = "@jupyterlab/apputils-extension:notification"
    status, text = ask(lab, f"/lab/api/settings/{plugin}?{lab.query}")
    assert status == 200
    properties = json.loads(text)["schema"]["properties"]
    assert properties["fetchNews"]["default"] == "false"
    assert properties["checkForUpdates"]["default"] is False


@pytest.mark.parametrize("command", ["app", LAB])
def test_ctrl_c_ends_server_and_kernels_without_a_traceback(tmp_path, command):
    with started(command, stand_in(tmp_path)) as server:
        assert ask(server, f"{server.page}?{server.query}")[0] == 200
        processes = server.processes()
        assert processes
        assert server.end() == (0, "")
        _, alive = psutil.wait_procs(processes, timeout=10)
        assert alive == []
