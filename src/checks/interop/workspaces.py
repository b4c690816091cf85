"""Workspaces, by MLflow's own header and by an address with the workspace in its path."""

import mlflow
from mlflow.exceptions import MlflowException

from harness import URL, check, client, equal, new_experiment, refuses, true, unique


def new_workspace():
    name = unique("ws")
    mlflow.create_workspace(name, description="made by a check")
    return name


@check("a workspace is created, found, described and listed")
def create():
    name = new_workspace()
    equal((mlflow.get_workspace(name).name, mlflow.get_workspace(name).description), (name, "made by a check"))
    mlflow.update_workspace(name, description="described again")
    equal(mlflow.get_workspace(name).description, "described again")
    names = [each.name for each in mlflow.list_workspaces()]
    true("default" in names and name in names, "the default and the new workspace in the list")


@check("set_workspace: runs of one workspace are not seen in another")
def by_header():
    name = new_workspace()
    mlflow.set_workspace(name)
    mlflow.set_experiment("shared-name")
    with mlflow.start_run() as run:
        mlflow.log_metric("m", 1)
        mlflow.log_text("text", "note.txt")
    equal(mlflow.get_run(run.info.run_id).data.metrics, {"m": 1})
    equal(mlflow.artifacts.load_text(run.info.artifact_uri + "/note.txt"), "text")
    equal(len(mlflow.search_runs(experiment_names=["shared-name"])), 1)
    mlflow.set_workspace("default")
    with refuses("RESOURCE_DOES_NOT_EXIST"):
        mlflow.get_run(run.info.run_id)
    other = new_workspace()
    mlflow.set_workspace(other)
    mlflow.set_experiment("shared-name")
    equal(len(mlflow.search_runs(experiment_names=["shared-name"])), 0)


@check("an unknown workspace is refused")
def unknown():
    mlflow.set_workspace(unique("nowhere"))
    with refuses("RESOURCE_DOES_NOT_EXIST"):
        mlflow.search_experiments()


@check("the address /ws/<workspace> leads to that workspace, for runs and artifacts")
def by_path():
    name = new_workspace()
    mlflow.set_tracking_uri(f"{URL}/ws/{name}")
    new_experiment("by-path")
    with mlflow.start_run() as run:
        mlflow.log_metric("m", 2)
        mlflow.log_text("text", "deep/note.txt")
    equal(mlflow.get_run(run.info.run_id).data.metrics, {"m": 2})
    equal(mlflow.artifacts.load_text(run.info.artifact_uri + "/deep/note.txt"), "text")
    equal([each.path for each in client().list_artifacts(run.info.run_id, "deep")], ["deep/note.txt"])
    mlflow.set_tracking_uri(URL)
    with refuses("RESOURCE_DOES_NOT_EXIST"):
        mlflow.get_run(run.info.run_id)
    mlflow.set_workspace(name)
    equal(mlflow.get_run(run.info.run_id).data.metrics, {"m": 2})


@check("the address /ws/<unknown> is refused")
def unknown_path():
    mlflow.set_tracking_uri(f"{URL}/ws/{unique('nowhere')}")
    with refuses("RESOURCE_DOES_NOT_EXIST"):
        mlflow.search_experiments()


@check("artifacts of one workspace cannot be read from another")
def artifacts_apart():
    import requests

    name = new_workspace()
    mlflow.set_workspace(name)
    new_experiment("apart")
    with mlflow.start_run() as run:
        mlflow.log_text("secret", "note.txt")
    path = run.info.artifact_uri.removeprefix("mlflow-artifacts:/").lstrip("/") + "/note.txt"
    address = f"{URL}/api/2.0/mlflow-artifacts/artifacts/{path}"
    own = requests.get(address, headers={"X-MLFLOW-WORKSPACE": name}, timeout=30)
    equal((own.status_code, own.text), (200, "secret"))
    other = requests.get(address, headers={"X-MLFLOW-WORKSPACE": "default"}, timeout=30)
    true(other.status_code in (403, 404) or other.text != "secret", "no reading across workspaces")


@check("names that are no workspace names are refused")
def bad_names():
    for name in ("Upper", "a", "api", "under_score", "-dash", "default"):
        try:
            mlflow.create_workspace(name)
        except MlflowException as error:
            true(error.error_code in ("INVALID_PARAMETER_VALUE", "RESOURCE_ALREADY_EXISTS"), f"a refusal of {name}")
        else:
            raise AssertionError(f"expected a refusal of {name}")
