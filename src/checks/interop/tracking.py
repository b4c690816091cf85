"""Experiments, runs, parameters, tags and metrics."""

import threading
import time

import mlflow
from mlflow.entities import Metric, Param, RunTag, ViewType

from harness import check, client, contains, equal, new_experiment, refuses, true, unique


def now_ms():
    return int(time.time() * 1000)


def metrics_of(run_id):
    return client().get_run(run_id).data.metrics


@check("plain logging: parameters, metrics and tags come back as they were logged")
def plain_logging():
    experiment_id = new_experiment("plain")
    with mlflow.start_run(run_name="first") as run:
        mlflow.log_param("lr", 0.01)
        mlflow.log_params({"depth": 4, "kind": "tree"})
        mlflow.log_metric("loss", 0.5)
        mlflow.log_metrics({"accuracy": 0.91, "f1": 0.87}, step=3)
        mlflow.set_tag("stage", "test")
        mlflow.set_tags({"team": "vision", "note": "größer 数据 🚀"})
    found = mlflow.get_run(run.info.run_id)
    equal(found.data.params, {"lr": "0.01", "depth": "4", "kind": "tree"})
    equal(found.data.metrics, {"loss": 0.5, "accuracy": 0.91, "f1": 0.87})
    equal({key: found.data.tags[key] for key in ("stage", "team", "note")},
          {"stage": "test", "team": "vision", "note": "größer 数据 🚀"})
    equal(found.info.run_name, "first")
    equal(found.data.tags["mlflow.runName"], "first")
    equal(found.info.status, "FINISHED")
    equal(found.info.experiment_id, experiment_id)
    equal(found.info.lifecycle_stage, "active")
    true(found.info.end_time >= found.info.start_time, "an end after the start")
    true(found.info.artifact_uri.startswith("mlflow-artifacts:/"), "a proxied artifact address")


@check("a run without a name gets one")
def named_by_the_server():
    new_experiment("names")
    with mlflow.start_run() as run:
        pass
    true(len(run.info.run_name) > 3, "a name")


@check("set_experiment makes an experiment once and finds it again")
def set_experiment_twice():
    name = unique("again")
    first = mlflow.set_experiment(name)
    second = mlflow.set_experiment(name)
    equal(first.experiment_id, second.experiment_id)
    equal(mlflow.get_experiment_by_name(name).name, name)
    equal(mlflow.get_experiment_by_name(unique("nowhere")), None)


@check("the default experiment is there from the start")
def default_experiment():
    experiment = mlflow.get_experiment("0")
    equal((experiment.name, experiment.lifecycle_stage), ("Default", "active"))


@check("an experiment is created with tags, renamed, deleted and restored")
def experiment_life():
    name = unique("life")
    experiment_id = mlflow.create_experiment(name, tags={"owner": "ada"})
    experiment = mlflow.get_experiment(experiment_id)
    equal(experiment.tags["owner"], "ada")
    true(experiment.creation_time > 0, "a time of creation")
    client().set_experiment_tag(experiment_id, "owner", "grace")
    client().set_experiment_tag(experiment_id, "gone", "soon")
    client().delete_experiment_tag(experiment_id, "gone")
    client().rename_experiment(experiment_id, name + "-renamed")
    experiment = mlflow.get_experiment(experiment_id)
    equal((experiment.name, experiment.tags["owner"]), (name + "-renamed", "grace"))
    true("gone" not in experiment.tags, "the tag to be gone")
    mlflow.delete_experiment(experiment_id)
    equal(mlflow.get_experiment(experiment_id).lifecycle_stage, "deleted")
    with refuses("RESOURCE_ALREADY_EXISTS"):
        mlflow.create_experiment(name + "-renamed")
    client().restore_experiment(experiment_id)
    equal(mlflow.get_experiment(experiment_id).lifecycle_stage, "active")


@check("deleting an experiment takes its runs along, restoring brings them back")
def experiment_with_runs():
    experiment_id = new_experiment("with-runs")
    with mlflow.start_run() as run:
        mlflow.log_metric("m", 1)
    mlflow.delete_experiment(experiment_id)
    equal(mlflow.get_run(run.info.run_id).info.lifecycle_stage, "deleted")
    client().restore_experiment(experiment_id)
    equal(mlflow.get_run(run.info.run_id).info.lifecycle_stage, "active")


@check("nested runs know their parents")
def nested_runs():
    experiment_id = new_experiment("nested")
    with mlflow.start_run(run_name="parent") as parent:
        for index in range(3):
            with mlflow.start_run(run_name=f"child-{index}", nested=True) as child:
                mlflow.log_metric("score", index)
                with mlflow.start_run(nested=True) as grandchild:
                    pass
    children = client().search_runs([experiment_id], f"tags.mlflow.parentRunId = '{parent.info.run_id}'")
    equal(sorted(run.info.run_name for run in children), ["child-0", "child-1", "child-2"])
    equal(mlflow.get_parent_run(grandchild.info.run_id).info.run_id, child.info.run_id)


@check("log_batch: a thousand points of ten metrics")
def batch_of_ten_keys():
    new_experiment("batch")
    run = mlflow.start_run()
    started = now_ms()
    points = [Metric(f"m{key}", step * 0.5 + key, started + step, step) for key in range(10) for step in range(100)]
    client().log_batch(run.info.run_id, metrics=points)
    equal(metrics_of(run.info.run_id), {f"m{key}": 99 * 0.5 + key for key in range(10)})
    history = client().get_metric_history(run.info.run_id, "m3")
    equal([(point.step, point.value, point.timestamp) for point in history],
          [(step, step * 0.5 + 3, started + step) for step in range(100)])


@check("log_batch: a thousand metrics of one point")
def batch_of_a_thousand_keys():
    new_experiment("wide")
    run = mlflow.start_run()
    points = [Metric(f"layer.{key}/weight", key / 7, now_ms(), 0) for key in range(1000)]
    client().log_batch(run.info.run_id, metrics=points)
    equal(metrics_of(run.info.run_id), {f"layer.{key}/weight": key / 7 for key in range(1000)})


@check("log_batch: metrics, parameters and tags together")
def batch_of_all():
    new_experiment("together")
    run = mlflow.start_run()
    client().log_batch(
        run.info.run_id,
        metrics=[Metric("m", 1.5, now_ms(), 0)],
        params=[Param(f"p{index}", str(index)) for index in range(100)],
        tags=[RunTag(f"t{index}", str(index)) for index in range(100)],
    )
    data = mlflow.get_run(run.info.run_id).data
    equal((data.metrics, len(data.params), data.tags["t99"]), ({"m": 1.5}, 100, "99"))


@check("metric history: 30,000 points come back over several pages, in order")
def long_history():
    new_experiment("history")
    run = mlflow.start_run()
    for start in range(0, 30_000, 1000):
        points = [Metric("loss", 1 / (step + 1), 1_700_000_000_000 + step, step) for step in range(start, start + 1000)]
        client().log_batch(run.info.run_id, metrics=points)
    history = client().get_metric_history(run.info.run_id, "loss")
    equal(len(history), 30_000)
    equal([point.step for point in history], list(range(30_000)))
    equal(history[29_999].value, 1 / 30_000)
    equal(metrics_of(run.info.run_id)["loss"], 1 / 30_000)


@check("metric history of an unknown metric is empty")
def no_history():
    new_experiment("no-history")
    run = mlflow.start_run()
    equal(client().get_metric_history(run.info.run_id, "nothing"), [])


@check("the latest value is that of the greatest step, not of the last call")
def latest_metric():
    new_experiment("latest")
    run = mlflow.start_run()
    mlflow.log_metric("m", 10, step=10)
    mlflow.log_metric("m", 5, step=5)
    equal(metrics_of(run.info.run_id)["m"], 10)
    client().log_metric(run.info.run_id, "same", 1, timestamp=2000, step=1)
    client().log_metric(run.info.run_id, "same", 2, timestamp=1000, step=1)
    equal(metrics_of(run.info.run_id)["same"], 1)
    equal([point.value for point in client().get_metric_history(run.info.run_id, "m")], [10, 5])


@check("the same point sent twice is stored once; another value at the same step is kept")
def duplicates():
    new_experiment("twice")
    run = mlflow.start_run()
    for value in (1, 1, 2):
        client().log_metric(run.info.run_id, "m", value, timestamp=1000, step=0)
    equal([point.value for point in client().get_metric_history(run.info.run_id, "m")], [1, 2])


@check("NaN and the infinities are metrics too")
def not_numbers():
    new_experiment("nan")
    run = mlflow.start_run()
    mlflow.log_metric("nan", float("nan"))
    mlflow.log_metric("up", float("inf"))
    mlflow.log_metric("down", float("-inf"))
    found = metrics_of(run.info.run_id)
    true(found["nan"] != found["nan"], "NaN")
    true(found["up"] >= 1.7976931348623157e308, "positive infinity")
    true(found["down"] <= -1.7976931348623157e308, "negative infinity")
    history = client().get_metric_history(run.info.run_id, "nan")
    true(len(history) == 1 and history[0].value != history[0].value, "NaN in the history")


@check("doubles keep every bit, steps may be negative or very large")
def exact_numbers():
    new_experiment("exact")
    run = mlflow.start_run()
    values = [0.1 + 0.2, 5e-324, 1.7976931348623157e308, -0.0, 123456789.123456789, 2**53 + 2.0]
    for step, value in enumerate(values):
        client().log_metric(run.info.run_id, "m", value, timestamp=1000 + step, step=step)
    equal([point.value for point in client().get_metric_history(run.info.run_id, "m")], values)
    for step in (-5, 2**31, 2**53 + 1, 2**62):
        client().log_metric(run.info.run_id, "s", 1.0, timestamp=1000, step=step)
    equal(sorted(point.step for point in client().get_metric_history(run.info.run_id, "s")),
          [-5, 2**31, 2**53 + 1, 2**62])


@check("names in any script, with slashes, spaces, dots and colons")
def names():
    new_experiment("scripts-größe-数据")
    run = mlflow.start_run(run_name="прогон 7 🚀")
    keys = ["val/loss", "größe", "指标", "a b", "a.b-c_d", "system:gpu", "x" * 250]
    for key in keys:
        mlflow.log_metric(key, 1.0)
        mlflow.log_param(key, "v")
    found = mlflow.get_run(run.info.run_id)
    equal(sorted(found.data.metrics), sorted(keys))
    equal(sorted(found.data.params), sorted(keys))
    equal(found.info.run_name, "прогон 7 🚀")


@check("a run that raises is marked as failed")
def failed_run():
    new_experiment("failed")
    try:
        with mlflow.start_run() as run:
            raise ValueError("on purpose")
    except ValueError:
        pass
    equal(mlflow.get_run(run.info.run_id).info.status, "FAILED")


@check("a run is renamed by its tag, its name and its note follow")
def rename_run():
    new_experiment("rename")
    run = mlflow.start_run(run_name="before")
    mlflow.set_tag("mlflow.runName", "after")
    mlflow.set_tag("mlflow.note.content", "# a note")
    found = mlflow.get_run(run.info.run_id)
    equal((found.info.run_name, found.data.tags["mlflow.note.content"]), ("after", "# a note"))
    client().update_run(run.info.run_id, status="KILLED", name="third")
    found = mlflow.get_run(run.info.run_id)
    equal((found.info.run_name, found.info.status, found.data.tags["mlflow.runName"]), ("third", "KILLED", "third"))


@check("tags are overwritten and deleted")
def tags():
    new_experiment("tags")
    run = mlflow.start_run()
    mlflow.set_tag("t", "1")
    mlflow.set_tag("t", "2")
    equal(mlflow.get_run(run.info.run_id).data.tags["t"], "2")
    mlflow.delete_tag("t")
    true("t" not in mlflow.get_run(run.info.run_id).data.tags, "the tag to be gone")
    with refuses("RESOURCE_DOES_NOT_EXIST", "No tag with name: t"):
        mlflow.delete_tag("t")


@check("a deleted run is hidden, refuses writes, and can be restored")
def delete_and_restore():
    experiment_id = new_experiment("trash")
    with mlflow.start_run() as run:
        mlflow.log_metric("m", 1)
    run_id = run.info.run_id
    mlflow.delete_run(run_id)
    equal(mlflow.get_run(run_id).info.lifecycle_stage, "deleted")
    equal(client().search_runs([experiment_id]), [])
    found = client().search_runs([experiment_id], run_view_type=ViewType.DELETED_ONLY)
    equal([each.info.run_id for each in found], [run_id])
    with refuses("INVALID_PARAMETER_VALUE", "must be in the 'active' state. Current state is deleted."):
        client().log_metric(run_id, "m", 2)
    client().restore_run(run_id)
    client().log_metric(run_id, "m", 2, step=1)
    equal(mlflow.get_run(run_id).data.metrics["m"], 2)
    equal(len(client().search_runs([experiment_id])), 1)


@check("a parameter may be logged again with the same value, not with another")
def changed_parameter():
    new_experiment("fixed")
    run = mlflow.start_run()
    mlflow.log_param("p", 1)
    mlflow.log_param("p", 1)
    with refuses("INVALID_PARAMETER_VALUE", "Changing param values is not allowed.", "'p'", "'1'", "'2'"):
        mlflow.log_param("p", 2)
    with refuses("INVALID_PARAMETER_VALUE", "Changing param values is not allowed."):
        client().log_batch(run.info.run_id, params=[Param("q", "1"), Param("p", "3")])
    equal(mlflow.get_run(run.info.run_id).data.params["p"], "1")


@check("long parameter and tag values are cut, as MLflow cuts them")
def long_values():
    new_experiment("long")
    run = mlflow.start_run()
    client().log_param(run.info.run_id, "p", "x" * 7000)
    client().set_tag(run.info.run_id, "t", "y" * 9000)
    data = mlflow.get_run(run.info.run_id).data
    equal((len(data.params["p"]), len(data.tags["t"])), (6000, 8000))


@check("errors carry MLflow's codes and texts")
def errors():
    with refuses("RESOURCE_DOES_NOT_EXIST", "Run with id=" + "0" * 32 + " not found"):
        mlflow.get_run("0" * 32)
    with refuses("RESOURCE_DOES_NOT_EXIST", "No Experiment with id=99999999 exists"):
        mlflow.get_experiment("99999999")
    name = unique("taken")
    mlflow.create_experiment(name)
    with refuses("RESOURCE_ALREADY_EXISTS", f"Experiment(name={name}) already exists"):
        mlflow.create_experiment(name)
    run = mlflow.start_run()
    with refuses("INVALID_PARAMETER_VALUE"):
        client().log_metric(run.info.run_id, "bad key!", 1.0)
    with refuses("INVALID_PARAMETER_VALUE"):
        client().log_metric(run.info.run_id, "../up", 1.0)
    with refuses("INVALID_PARAMETER_VALUE"):
        client().search_runs(["0"], "metrics.m > 'text'")
    with refuses("INVALID_PARAMETER_VALUE"):
        client().search_runs(["0"], page_token="no token at all")


@check("the server's own validation speaks as MLflow's does")
def server_validation():
    import requests

    run_id = mlflow.start_run().info.run_id

    def post(path, body):
        answer = requests.post(f"{mlflow.get_tracking_uri()}/api/2.0/mlflow/{path}", json=body, timeout=30)
        return answer.status_code, answer.json().get("error_code"), answer.json().get("message", "")

    invalid = (400, "INVALID_PARAMETER_VALUE")
    status, code, text = post("experiments/create", {})
    equal((status, code), invalid)
    contains(text, "Missing value for required parameter 'name'")
    status, code, text = post("runs/log-batch", {"run_id": run_id, "metrics": [
        {"key": "m", "value": 1, "timestamp": 1, "step": step} for step in range(1001)]})
    equal((status, code), invalid)
    contains(text, "A batch logging request can contain at most 1000 metrics. Got 1001 metrics.")
    status, code, text = post("runs/log-metric", {"run_id": run_id, "key": "m", "value": 1, "timestamp": -1})
    equal((status, code), invalid)
    contains(text, "Timestamp must be a nonnegative long (64-bit integer)")
    status, code, text = post("runs/log-batch", {"run_id": run_id, "params": [
        {"key": "d", "value": "1"}, {"key": "d", "value": "2"}]})
    equal((status, code), invalid)
    contains(text, "Duplicate parameter keys have been submitted: ['d']")


@check("what is not there is refused at once, in MLflow's shape")
def not_there():
    import requests

    started = time.monotonic()
    for path in ("api/2.0/mlflow/no-such-call", "api/3.0/mlflow/gateway/endpoints/list"):
        answer = requests.get(f"{mlflow.get_tracking_uri()}/{path}", timeout=30)
        true(answer.status_code in (404, 501), f"404 or 501 for {path}, not {answer.status_code}")
        true(answer.json()["error_code"] in ("ENDPOINT_NOT_FOUND", "NOT_IMPLEMENTED"), "an MLflow error code")
    true(time.monotonic() - started < 5, "an answer at once")


@check("asynchronous logging arrives complete")
def asynchronous():
    new_experiment("async")
    with mlflow.start_run() as run:
        for step in range(300):
            mlflow.log_metric("m", step, step=step, synchronous=False)
        mlflow.log_params({"a": 1, "b": 2}, synchronous=False)
    mlflow.flush_async_logging()
    equal(len(client().get_metric_history(run.info.run_id, "m")), 300)
    equal(mlflow.get_run(run.info.run_id).data.params, {"a": "1", "b": "2"})


@check("eight threads log to one run and nothing is lost")
def many_writers():
    new_experiment("threads")
    run_id = mlflow.start_run().info.run_id
    problems = []

    def write(worker):
        try:
            for step in range(50):
                client().log_metric(run_id, f"w{worker}", step, step=step)
                client().log_metric(run_id, "shared", worker, timestamp=1000 + worker, step=step)
        except Exception as error:
            problems.append(error)

    threads = [threading.Thread(target=write, args=(worker,)) for worker in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    equal(problems, [])
    for worker in range(8):
        equal(len(client().get_metric_history(run_id, f"w{worker}")), 50)
    equal(len(client().get_metric_history(run_id, "shared")), 400)


@check("health and version answer as the client expects")
def health():
    import requests
    from packaging.version import Version

    url = mlflow.get_tracking_uri()
    equal(requests.get(f"{url}/health", timeout=10).text.strip(), "OK")
    true(Version(requests.get(f"{url}/version", timeout=10).text.strip()) >= Version("3.4"), "a version from 3.4 on")


@check("credentials of the client are accepted")
def credentials():
    import os

    new_experiment("credentials")
    for name, value in (("MLFLOW_TRACKING_TOKEN", "some-token"), ("MLFLOW_TRACKING_USERNAME", "ada")):
        os.environ[name] = value
        if name == "MLFLOW_TRACKING_USERNAME":
            os.environ["MLFLOW_TRACKING_PASSWORD"] = "secret"
        try:
            with mlflow.start_run() as run:
                mlflow.log_metric("m", 1)
            equal(mlflow.get_run(run.info.run_id).data.metrics["m"], 1)
        finally:
            for each in (name, "MLFLOW_TRACKING_PASSWORD"):
                os.environ.pop(each, None)
