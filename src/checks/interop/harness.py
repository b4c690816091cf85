"""Named checks, run one after the other; every result is one line of JSON on the standard output."""

import json
import math
import os
import sys
import time
import traceback
import uuid
from contextlib import contextmanager

import mlflow
from mlflow.exceptions import MlflowException

URL = os.environ["ATELIER_URL"]

_checks = []


class Skip(Exception):
    """Raised by a check that cannot run here; its text is the reason."""


def check(name):
    def register(function):
        _checks.append((name, function))
        return function

    return register


def run_all():
    for name, function in _checks:
        _run(name, function)


def _run(name, function):
    reset_client()
    started = time.monotonic()
    status, detail = "passed", ""
    try:
        function()
    except Skip as skip:
        status, detail = "skipped", str(skip)
    except Exception as error:
        status, detail = "failed", _describe(error)
    finally:
        while mlflow.active_run():
            mlflow.end_run()
    say({"kind": "result", "name": name, "status": status, "seconds": time.monotonic() - started, "detail": detail})


def _describe(error):
    """The error, what it came from, and the lines of ours that led to it; not the client's forty frames."""
    here = os.path.dirname(os.path.abspath(__file__))
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(here)]
    lines = [f"{os.path.basename(frame.filename)}:{frame.lineno}: {frame.line}" for frame in frames[1:]]
    while error is not None:
        lines.append(f"{type(error).__name__}: {str(error)[:2000]}")
        error = error.__cause__ or error.__context__
    return "\n".join(lines)


def say(message):
    sys.__stdout__.write(json.dumps(message) + "\n")
    sys.__stdout__.flush()


def restart_server(how="stop"):
    """Ends the server (`stop` politely, `kill` at once) and starts it again on the same home and port."""
    say({"kind": "restart", "how": how})
    answer = sys.stdin.readline().strip()
    if answer == "cannot":
        raise Skip("the server was given by its address and cannot be restarted")
    equal(answer, "restarted")


def see_in_studio(run, artifacts):
    """A browser opens the link that the client prints for a run, and must find there what was logged."""
    found = mlflow.get_run(run.info.run_id)
    link = f"/#/experiments/{run.info.experiment_id}/runs/{run.info.run_id}"
    say({"kind": "see", "link": link, "name": found.info.run_name, "metrics": found.data.metrics,
         "params": found.data.params, "artifacts": artifacts})
    equal(sys.stdin.readline().strip(), "seen")


def reset_client():
    """Every check starts as a new script would: its tracking address, no workspace, no experiment."""
    mlflow.set_tracking_uri(URL)
    mlflow.set_workspace(None)
    os.environ.pop("MLFLOW_RUN_ID", None)
    mlflow.set_experiment(experiment_id="0")


def client():
    return mlflow.MlflowClient(tracking_uri=mlflow.get_tracking_uri())


def unique(name):
    return f"{name}-{uuid.uuid4().hex[:8]}"


def new_experiment(name):
    """Makes an experiment of this check alone, and makes it the current one."""
    return mlflow.set_experiment(unique(name)).experiment_id


def equal(actual, expected):
    if actual != expected:
        raise AssertionError(f"expected {expected!r}, got {actual!r}")


def close(actual, expected, tolerance=1e-12):
    if not math.isclose(actual, expected, rel_tol=tolerance):
        raise AssertionError(f"expected about {expected!r}, got {actual!r}")


def true(value, what):
    if not value:
        raise AssertionError(f"expected {what}")


def contains(text, part):
    if part not in text:
        raise AssertionError(f"expected {part!r} within {text!r}")


@contextmanager
def refuses(code, *parts):
    """The block must fail with this MLflow error code, and with these parts in its message."""
    try:
        yield
    except MlflowException as error:
        equal(error.error_code, code)
        for part in parts:
            contains(error.message, part)
        return
    raise AssertionError(f"expected an error {code}, but the call succeeded")
