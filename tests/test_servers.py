"""The real Voilà and JupyterLab as the command starts them, on a small notebook."""

import json
import os
import shutil
import stat
import sys
import time
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import psutil
import pytest
from servers import stand_in, started

import valgforbund


def answer(server, path, method="GET", **headers) -> tuple[int, HTTPMessage, str]:
    """Status, headers and text of an answer; a redirect is handed back as what it is."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request(method, path, headers={"Host": "127.0.0.1", **headers})
        found = connection.getresponse()
        return found.status, found.headers, found.read().decode()
    finally:
        connection.close()


def ask(server, path, **headers):
    """The status and the text of an answer."""
    status, _, text = answer(server, path, **headers)
    return status, text


def log(server):
    """What this start has in its log."""
    [path] = (server.folder / "logs").glob(f"*-{server.process.pid}.log")
    return path.read_text("utf-8")


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


def test_the_servers_settings_are_in_the_package_and_nowhere_else():
    package = Path(valgforbund.__file__).parent / "server"
    assert (package / "share/voila/templates/valgforbund/index.html.j2").exists()
    assert (package / "lab_settings/overrides.json").exists()


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
    status, _ = ask(server, f"{server.page}?{server.query}", Host="valgforbund.example")
    assert status == 403


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_another_host_name_reads_why_in_danish(server, method):
    for path in (server.page, f"{server.page}?{server.query}", "/api/kernels/x", "/nothing"):
        status, headers, text = answer(server, path, method, Host="valgforbund.example:8080")
        assert status == 403
        assert '<html lang="da">' in text
        assert "Siden blev hentet under navnet »valgforbund.example«" in text
        assert "<code>--host-name valgforbund.example</code>" in text
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_what_calls_itself_a_host_is_shown_as_text(app):
    for name in ("<script>alert(1)</script>", "x" * 500, "æ.dk".encode().decode("latin-1")):
        status, _, text = answer(app, app.page, Host=name)
        assert status in (400, 403)
        assert "<script" not in text
        assert len(text) < 2000


def test_a_name_that_was_told_is_answered_below_the_path_that_was_told(tmp_path):
    options = ["--base-url", "valg/her", "--host-name", "valgforbund.example", "--ready", "0"]
    with started("app", stand_in(tmp_path), options=options) as server:
        assert server.page == "/valg/her/explorer"
        told = {"Host": "valgforbund.example", "X-Forwarded-Proto": "https"}
        status, headers, text = answer(server, f"{server.page}?{server.query}", **told)
        assert status == 200
        assert "<title>Valgforbund</title>" in text
        sockets = headers["Content-Security-Policy"].partition("connect-src")[2].partition(";")[0]
        assert "wss://valgforbund.example:*" in sockets
        assert ask(server, f"/explorer?{server.query}", **told)[0] == 404
        assert answer(server, f"/valg/her/?{server.query}", **told)[1]["Location"] == (
            f"/valg/her/explorer?{server.query}"
        )
        assert ask(server, server.page, Host="other.example")[0] == 403


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


def test_an_old_address_gets_a_danish_sentence(server):
    status, headers, _ = answer(server, f"{server.page}?token=guess")
    if status == 302:
        status, headers, text = answer(server, headers["Location"])
    assert status == 403
    assert '<html lang="da">' in text
    assert "hvor programmet blev startet" in text
    assert "password" not in text.lower()


ODD = [
    "/logout",
    "/voila/templates/x",
    "/voila/templates/",
    "/voila/templates/lab/static",
    "/voila/templates/lab/static/",
    "/voila/templates/lab/static/../x",
    "/voila/templates/x%2f..%2f/static/y",
    "/voila/templates/lab/static/x%00",
    "/voila/static/x%00",
    "/voila/static/",
    "/voila/files/x%00.png",
    "/voila/files/%ff.png",
    "/voila/files/" + "a" * 5000 + ".png",
    "/voila/files/x.png",
    "/voila/api/themes/x%00",
    "/voila/labextensions/x%00",
    "/%ff",
    "/x%00",
]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", ODD, ids=lambda path: path[:40])
def test_what_is_not_there_is_not_there(app, path, method):
    assert answer(app, path, method)[0] == 404
    assert answer(app, f"{path}?{app.query}", method)[0] == 404
    assert "Traceback" not in log(app)


@pytest.mark.parametrize("path", ["/voila/templates/x", "/voila/files/x%00.png", "/static/x%00"])
def test_jupyterlab_breaks_at_no_odd_path(lab, path):
    before = log(lab)
    assert answer(lab, path)[0] == 404
    assert answer(lab, f"{path}?{lab.query}")[0] == 404
    assert "Traceback" not in log(lab).removeprefix(before)


def policy(server, path):
    """The content security policy of an answer, by what it is about."""
    _, headers, _ = answer(server, path)
    parts = [part.split() for part in headers["Content-Security-Policy"].split(";")]
    return {what: where for what, *where in parts}


def test_the_page_runs_only_its_own_scripts(app):
    told = policy(app, f"{app.page}?{app.query}")
    assert told["default-src"] == ["'none'"]
    scripts = told["script-src"]
    assert "'unsafe-inline'" not in scripts
    assert "'unsafe-eval'" not in scripts
    [nonce] = [where for where in scripts if where.startswith("'nonce-")]
    _, text = ask(app, f"{app.page}?{app.query}")
    assert text.count("<script") == text.count(f'<script nonce="{nonce[7:-1]}"') > 0
    assert told["frame-ancestors"] == told["form-action"] == told["base-uri"] == ["'none'"]


def test_no_policy_lets_another_host_run_or_hear_anything(server):
    told = policy(server, f"{server.page}?{server.query}")
    assert {"script-src", "connect-src", "frame-ancestors"} <= set(told)
    for what in ("default-src", "script-src", "connect-src", "style-src", "font-src"):
        for where in told[what]:
            own = where.startswith(("'", "ws://127.0.0.1:", "ws://localhost:"))
            assert own or where in ("blob:", "data:", "ws:"), (what, where)


def test_another_page_learns_no_token_from_the_referrer(server):
    assert answer(server, f"{server.page}?{server.query}")[1]["Referrer-Policy"] == "same-origin"


def test_the_log_is_the_owners_and_tells_no_token(server):
    for path in (
        "/x?token=guess",
        "/voila/files/x.png?token=guess&a=b",
        "/login?next=%3Ftoken%3Dguess",
    ):
        answer(server, path, Referer="http://127.0.0.1/?token=guess")
        answer(server, f"{path}&{server.query}")
    deadline = time.monotonic() + 10
    while "403" not in log(server) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert "403" in log(server)
    assert "guess" not in log(server)
    assert server.query.removeprefix("token=") not in log(server)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_what_is_kept_is_the_owners(server):
    kept = [server.folder / "addresses.json", *(server.folder / "logs").iterdir()]
    assert [stat.S_IMODE(path.stat().st_mode) for path in kept] == [0o600] * len(kept)


BROWSER = """
import pathlib, sys, urllib.parse
page = pathlib.Path(urllib.parse.unquote(urllib.parse.urlsplit(sys.argv[2]).path))
pathlib.Path(sys.argv[1]).write_text("\\n".join([*sys.argv[2:], page.read_text()]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for no BROWSER")
def test_the_browser_is_sent_on_by_a_file_and_not_by_its_command_line(tmp_path):
    said, script = tmp_path / "said.txt", tmp_path / "browser.py"
    script.write_text(BROWSER)
    with started(
        "app", stand_in(tmp_path), browser=f"{sys.executable} {script} {said} %s"
    ) as server:
        deadline = time.monotonic() + 20
        while not said.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        time.sleep(0.2)
        line, page = said.read_text().split("\n", 1)
        assert "token" not in line
        assert f"url={server.address}" in page
        assert server.end() == (0, "")
    assert list(tmp_path.glob("open-*")) == []


def test_voila_shows_neither_code_nor_the_sentence_for_jupyterlab(app):
    status, text = ask(app, f"{app.page}?{app.query}")
    assert status == 200
    assert "<title>Valgforbund</title>" in text
    assert "import ipywidgets" not in text
    assert "Shift+Enter" not in text


def test_voilas_page_is_danish_and_waits_for_no_other_host(app):
    _, text = ask(app, f"{app.page}?{app.query}")
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


def test_jupyterlab_hands_out_what_restarts_a_kernel(lab):
    _, text = ask(lab, f"{lab.page}?{lab.query}")
    assert '"exposeAppInBrowser": true' in text


@pytest.mark.exhaustive
def test_the_next_start_has_the_same_address_and_a_log_of_its_own(tmp_path):
    folder = stand_in(tmp_path)
    with started("app", folder) as first:
        _, headers, _ = answer(first, f"{first.page}?{first.query}")
        cookies = [cookie.split(";")[0] for cookie in headers.get_all("Set-Cookie")]
        assert first.end() == (0, "")
    with started("app", folder) as second:
        assert second.address == first.address
        # an open page need not log in again
        assert ask(second, "/voila/labextensions/x", Cookie="; ".join(cookies))[0] == 404
    assert len(list((folder / "logs").iterdir())) == 2


@pytest.mark.exhaustive
def test_two_at_once_have_two_addresses_and_the_second_says_so(tmp_path):
    folder = stand_in(tmp_path)
    with started("app", folder) as first, started("app", folder) as second:
        assert second.port != first.port
        assert second.query == first.query
        assert second.said.startswith(f"Port {first.port} of the last start is taken;")
    with started("app", folder) as third:
        assert third.address == first.address
        assert third.said == ""


def test_one_server_has_every_notebook_and_one_address(tmp_path):
    folder = stand_in(tmp_path)
    shutil.copy(folder / "notebooks" / "explorer.ipynb", folder / "notebooks" / "other.ipynb")
    with started("app", folder, "other", options=["--ready", "0"]) as server:
        assert server.page == "/other"
        status, headers, _ = answer(server, f"/?{server.query}")
        assert (status, headers["Location"]) == (302, f"/other?{server.query}")
        for name in ("explorer", "other"):
            status, text = ask(server, f"/{name}?{server.query}")
            assert status == 200
            assert "<title>Valgforbund</title>" in text
        for odd in ("/other.ipynb", "/nothing", "/other/", "/voila/tree", "/voila/render/other"):
            assert ask(server, f"{odd}?{server.query}")[0] == 404


@pytest.mark.parametrize("command", ["app", LAB])
def test_killing_the_command_ends_server_and_kernels(tmp_path, command):
    with started(command, stand_in(tmp_path)) as server:
        assert ask(server, f"{server.page}?{server.query}")[0] == 200
        processes = server.processes()
        assert processes
        server.process.kill()
        _, alive = psutil.wait_procs(processes, timeout=20)
        assert alive == []


@pytest.mark.parametrize("command", ["app", LAB])
def test_ctrl_c_ends_server_and_kernels_without_a_traceback(tmp_path, command):
    with started(command, stand_in(tmp_path)) as server:
        assert ask(server, f"{server.page}?{server.query}")[0] == 200
        processes = server.processes()
        assert processes
        assert server.end() == (0, "")
        _, alive = psutil.wait_procs(processes, timeout=10)
        assert alive == []
