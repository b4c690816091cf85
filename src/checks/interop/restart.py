"""What was acknowledged is there after the server was stopped, killed, and started again."""

import threading

import mlflow

from harness import check, client, equal, new_experiment, restart_server, true


@check("a run is resumed after a restart of the server")
def resumed():
    experiment_id = new_experiment("restart")
    with mlflow.start_run(run_name="long") as run:
        mlflow.log_param("lr", 0.1)
        for step in range(20):
            mlflow.log_metric("loss", 20 - step, step=step)
        mlflow.log_text("before", "before.txt")
    restart_server()
    with mlflow.start_run(run_id=run.info.run_id):
        for step in range(20, 30):
            mlflow.log_metric("loss", 20 - step, step=step)
        mlflow.log_text("after", "after.txt")
    found = mlflow.get_run(run.info.run_id)
    equal((found.info.experiment_id, found.info.run_name, found.data.params), (experiment_id, "long", {"lr": "0.1"}))
    history = client().get_metric_history(run.info.run_id, "loss")
    equal([(point.step, point.value) for point in history], [(step, 20 - step) for step in range(30)])
    for name in ("before", "after"):
        equal(mlflow.artifacts.load_text(f"{run.info.artifact_uri}/{name}.txt"), name)


@check("what was acknowledged survives a kill of the server")
def killed():
    new_experiment("kill")
    run = mlflow.start_run()
    run_id = run.info.run_id
    acknowledged = []

    def write():
        own = client()
        for step in range(100_000):
            try:
                own.log_metric(run_id, "m", step * 0.5, timestamp=1_700_000_000_000 + step, step=step)
            except Exception:
                return
            acknowledged.append(step)

    mlflow.log_param("p", "kept")
    mlflow.log_text("kept", "kept.txt")
    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    while len(acknowledged) < 50:
        writer.join(0.01)
        true(writer.is_alive(), "a writer at work")
    restart_server("kill")
    writer.join(1)
    enough = len(acknowledged)
    _stop_writer(writer, run_id)
    steps = [point.step for point in client().get_metric_history(run_id, "m")]
    equal(steps, sorted(set(steps)))
    equal([step for step in acknowledged[:enough] if step not in set(steps)], [])
    equal(mlflow.get_run(run_id).data.params, {"p": "kept"})
    equal(mlflow.artifacts.load_text(run.info.artifact_uri + "/kept.txt"), "kept")


def _stop_writer(writer, run_id):
    """The client tries again by itself after the restart; deleting the run ends it, restoring keeps the points."""
    client().delete_run(run_id)
    writer.join(60)
    client().restore_run(run_id)
