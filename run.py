"""Install and open valgforbund with nothing but Python: python3 run.py (Windows: py run.py).

Standard library only. Every line must parse on old Pythons too, so that they can be told
in one sentence that they are too old: no f-strings, no annotations, ASCII only.
"""

import sys

OLDEST = (3, 11)


def python_problem(version):
    """One sentence if this Python is too old, else None."""
    if tuple(version[:2]) >= OLDEST:
        return None
    return "valgforbund needs Python %d.%d or newer; this is Python %d.%d." % (
        OLDEST + tuple(version[:2])
    )


if python_problem(sys.version_info):
    sys.exit("run.py: " + python_problem(sys.version_info))

import errno
import hashlib
import importlib.util
import itertools
import os
import shutil
import signal
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, *(["Scripts", "python.exe"] if os.name == "nt" else ["bin", "python"]))
LOCK = os.path.join(HERE, "requirements.lock")
PYPROJECT = os.path.join(HERE, "pyproject.toml")
STAMP = os.path.join(VENV, "installed.txt")
LOG = os.path.join(VENV, "install.log")

DANISH = ["tests/wording/test_spelling.py", "tests/wording/test_style.py"]

NEW_MB, UPDATE_MB = 1500, 300  # what must be free for the first install, and for a later one
USAGE = """usage: python3 run.py [command] [options]      (Windows: py run.py)

  app [NAME]      open the explorer, or another notebook, in the browser (the default)
  lab [NAME]      open it in JupyterLab
  prepare         compile the fast counts again
  test            run a fair sample of the tests on all cores, or all with --exhaustive;
                  what follows goes to pytest (--cov, for one, adds coverage)
  check           lint, types, lock, environment, and the spelling of all Danish
  bench           run the benchmarks

The first start makes .venv and installs the packages of requirements.lock into it. The options of
app and lab are those of the command that it installs: python3 run.py app --help
"""


def stop(sentence):
    """Leave with one sentence on stderr and exit code 1."""
    sys.exit("run.py: " + sentence)


def disk_problem(error):
    """One sentence for what the operating system says of a file or a program."""
    where = getattr(error, "filename", None) or HERE
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "the disk is full; make room and start again."
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return "you may not write %s; put this folder where you may, and start again." % where
    return "%s: %s." % (where, error.strerror or error)


# --- installing ------------------------------------------------------------------------------


def fingerprint():
    """Changes whenever the installed packages could be wrong: also when the folder was moved."""
    digest = hashlib.sha256(HERE.encode("utf-8"))
    for path in [LOCK, PYPROJECT]:
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def is_installed():
    """Whether the last install ended, and was of what the checkout asks for now."""
    if not os.path.exists(STAMP):
        return False
    with open(STAMP) as file:
        return file.read() == fingerprint()


def logged(*command):
    """Run a step of the install, its output in the log; whether it succeeded."""
    with open(LOG, "a") as log:
        log.write("\n$ " + " ".join(command) + "\n")
        log.flush()
        return subprocess.call(command, cwd=HERE, stdout=log, stderr=log) == 0


def python_of_venv():
    """Where the Python lies that .venv was made with, or None if that cannot be told."""
    try:
        with open(os.path.join(VENV, "pyvenv.cfg")) as file:
            settings = dict(line.strip().split(" = ", 1) for line in file if " = " in line)
        return settings.get("home")
    except OSError:
        return None


def is_reachable():
    """Whether the Python of .venv can be started: it may lie on a disk that is not there now."""
    home = python_of_venv()
    return os.access(PYTHON, os.X_OK) and (home is None or os.path.isdir(home))


def need_room(megabytes):
    free = shutil.disk_usage(HERE).free // 10**6
    if free < megabytes:
        stop(
            "the disk is full: installing takes %d MB, and %d MB are free; "
            "make room and start again." % (megabytes, free)
        )


def make_venv():
    """Make .venv, also over what an earlier start did not end."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        stop(
            "this Python has no %s module; install it first "
            "(Debian and Ubuntu: sudo apt install python3-venv)." % missing[0]
        )
    found = sorted(os.listdir(VENV)) if os.path.isdir(VENV) else []
    if found and os.path.basename(LOG) not in found:
        stop("%s was not made by run.py; move it away, and start again." % VENV)
    if not found:
        need_room(NEW_MB)
    os.makedirs(VENV, exist_ok=True)
    # First, because the log says that this folder is ours to empty.
    open(LOG, "w").close()
    # A folder whose install did not end is not to be trusted.
    for name in found:
        path = os.path.join(VENV, name)
        if path == LOG:
            continue
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.remove(path)
    if not logged(sys.executable, "-m", "venv", VENV):
        stop(
            "Python could not make the folder %s; why stands in %s."
            % (VENV, os.path.relpath(LOG, HERE))
        )


def locked(package):
    """The lines of the lock about one package: its version and its hashes."""
    with open(LOCK) as file:
        lines = file.read().splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith(package + "=="))
    hashes = itertools.takewhile(lambda line: line.startswith(" "), lines[first + 1 :])
    return "\n".join([lines[first]] + list(hashes)) + "\n"


def install_packages():
    """Install the lock and this checkout, by uv or else by pip; whether it succeeded."""
    # Few retries: without a network the answer should come at once.
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--retries", "1", "install"]
    uv = [PYTHON, "-m", "uv", "pip", "install", "--python", PYTHON, "--compile-bytecode"]
    # The lock is complete: --no-deps keeps everything else out, and each file must have its hash.
    checked = ["--no-deps", "--require-hashes", "-r"]
    # A checkout has no hash; what builds it is in the lock, and is not fetched apart from it.
    steps = (checked + [LOCK], ["--no-deps", "--no-build-isolation", "--editable", HERE])
    uv_lock = os.path.join(VENV, "uv.txt")
    with open(uv_lock, "w") as file:
        file.write(locked("uv"))
    has_uv = logged(*pip + checked + [uv_lock])
    return any(
        all(logged(*tool + step) for step in steps) for tool in ([uv, pip] if has_uv else [pip])
    )


def install_problem():
    """One sentence for why the packages could not be installed."""
    with open(LOG, errors="replace") as log:
        said = log.read().lower()
    if "no space left" in said or "disk quota exceeded" in said:
        return "the disk is full; make room and start again."
    if "hash mismatch" in said or "do not match the hashes" in said:
        return "a file that was fetched is not the one of requirements.lock; it was not installed."
    return "the packages could not be installed; is this machine on the network?"


def compile_counts():
    """Have the fast counts compiled now, so that nobody waits for them at their first use."""
    with open(LOG, "a") as log:
        failed = subprocess.call(installed("prepare"), env=environment(), stderr=log)
    if failed:
        print(
            "They could not be prepared (see %s): first uses are slow." % os.path.relpath(LOG, HERE)
        )


def ensure_installed():
    """Make .venv ready. When it is, this touches neither disk nor network."""
    if os.path.exists(STAMP) and not is_reachable():
        stop(
            "the Python of .venv (%s) cannot be reached; bring it back, "
            "or delete .venv and start again." % (python_of_venv() or os.path.realpath(PYTHON))
        )
    if is_installed():
        return
    if os.path.exists(STAMP):
        need_room(UPDATE_MB)
        os.remove(STAMP)
        open(LOG, "w").close()
    else:
        make_venv()
    print("Installing into .venv; the first time takes a minute or two ...")
    sys.stdout.flush()
    if not install_packages():
        stop(install_problem() + " (What happened stands in %s.)" % os.path.relpath(LOG, HERE))
    compile_counts()
    # Last, so that an interrupted install starts again.
    with open(STAMP, "w") as file:
        file.write(fingerprint())


# --- commands --------------------------------------------------------------------------------


def installed(*arguments):
    """The command that is installed; -P: the folder where a person is holds no modules of ours."""
    return [PYTHON, "-P", "-m", "valgforbund"] + list(arguments)


def environment():
    """Addresses and logs lie in .venv, and go with it."""
    return dict(os.environ, VALGFORBUND_STATE=VENV)


def hand_over(command, arguments, wait=os.name != "posix"):
    """Go on as the command that is installed; where a system cannot do that, wait for it."""
    ensure_installed()
    sys.stdout.flush()
    if not wait:
        os.execve(PYTHON, installed(command, *arguments), environment())
    # It ends when this pipe does: also when we are killed and cannot end it.
    held = dict(environment(), VALGFORBUND_HELD="yes")
    going = subprocess.Popen(installed(command, *arguments), env=held, stdin=subprocess.PIPE)
    return going.wait()


def app(arguments):
    return hand_over("app", arguments)


def lab(arguments):
    return hand_over("lab", arguments)


def prepare(arguments):
    return hand_over("prepare", arguments)


def module(*command):
    """Run a module of the environment at the root of the checkout; its exit code."""
    return subprocess.call([PYTHON, "-m"] + list(command), cwd=HERE)


def test(arguments):
    ensure_installed()
    # Else each process, kernel and server of the suite would compile all sources again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return module("pytest", "--numprocesses=auto", *arguments)


def check(arguments):
    if arguments:
        stop("check takes no options.")
    ensure_installed()
    failed = [
        step
        for step, command in [
            ("lint", ["ruff", "check", "."]),
            ("format", ["ruff", "format", "--check", "."]),
            ("types", ["mypy"]),
            ("lock and environment", ["pytest", "-q", "tests/test_environment.py"]),
            ("Danish", ["pytest", "-q"] + DANISH),
        ]
        if module(*command)
    ]
    if failed:
        stop("check failed: %s." % ", ".join(failed))


def bench(arguments):
    ensure_installed()
    return module("benchmarks", *arguments)


COMMANDS = {
    "app": app,
    "lab": lab,
    "prepare": prepare,
    "test": test,
    "check": check,
    "bench": bench,
}


def main(arguments):
    if "--help" in arguments[:1] or "-h" in arguments[:1]:
        print(USAGE)
        return 0
    if not arguments or arguments[0].startswith("-"):
        arguments = ["app"] + arguments
    name, rest = arguments[0], arguments[1:]
    if name not in COMMANDS:
        stop("there is no command '%s'; choose among %s." % (name, ", ".join(COMMANDS)))
    if rest[:1] == ["--help"] and name in ("check", "bench"):
        print(USAGE)
        return 0
    return COMMANDS[name](rest) or 0


def start(arguments):
    """What a person started: ends with an exit code, also after Ctrl-C."""
    # A closed terminal and a polite kill must end the server too; shells ignore SIGINT for jobs.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        sys.exit(main(arguments))
    except KeyboardInterrupt:
        stop("interrupted; start again to go on.")
    except OSError as error:
        stop(disk_problem(error))


if __name__ == "__main__":
    start(sys.argv[1:])
