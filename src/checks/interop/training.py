"""A training loop as PyTorch users write it (without torch), data sets, system metrics."""

import json
import os
import tempfile
import time

import mlflow
import numpy
import pandas

from harness import check, client, equal, new_experiment, true


class Perceptron:
    """One hidden layer, by hand, with the parts of a torch module that a training loop touches."""

    def __init__(self, inputs, hidden, seed):
        random = numpy.random.default_rng(seed)
        self.weights = [random.normal(0, 0.5, (inputs, hidden)), random.normal(0, 0.5, (hidden, 1))]

    def state_dict(self):
        return {f"layer{index}.weight": weight.tolist() for index, weight in enumerate(self.weights)}

    def load_state_dict(self, state):
        self.weights = [numpy.array(weight) for weight in state.values()]

    def __call__(self, features):
        self.hidden = numpy.tanh(features @ self.weights[0])
        return self.hidden @ self.weights[1]

    def backward(self, features, error):
        gradient = error / len(features)
        hidden = (gradient @ self.weights[1].T) * (1 - self.hidden**2)
        return [features.T @ hidden, self.hidden.T @ gradient]


def batches(features, targets, size):
    for start in range(0, len(features), size):
        yield features[start : start + size], targets[start : start + size]


@check("a training loop: losses by step, checkpoints")
def training_loop():
    new_experiment("training")
    random = numpy.random.default_rng(1)
    features = random.normal(size=(256, 4))
    targets = numpy.sin(features.sum(axis=1, keepdims=True))
    model, rate, losses = Perceptron(4, 16, seed=2), 0.1, []
    with mlflow.start_run(run_name="perceptron") as run, tempfile.TemporaryDirectory() as folder:
        mlflow.log_params({"lr": rate, "hidden": 16, "batch_size": 32, "optimizer": "SGD"})
        for epoch in range(5):
            for index, (batch, wanted) in enumerate(batches(features, targets, 32)):
                error = model(batch) - wanted
                loss = float((error**2).mean())
                for weight, gradient in zip(model.weights, model.backward(batch, error)):
                    weight -= rate * gradient
                losses.append(loss)
                mlflow.log_metric("train/loss", loss, step=epoch * 8 + index)
            mlflow.log_metrics({"val/loss": float(((model(features) - targets) ** 2).mean()), "epoch": epoch}, step=epoch)
            path = os.path.join(folder, f"epoch-{epoch}.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump(model.state_dict(), file)
            mlflow.log_artifact(path, "checkpoints")
    history = client().get_metric_history(run.info.run_id, "train/loss")
    equal([point.value for point in history], losses)
    equal(len(client().list_artifacts(run.info.run_id, "checkpoints")), 5)
    again = Perceptron(4, 16, seed=3)
    again.load_state_dict(mlflow.artifacts.load_dict(run.info.artifact_uri + "/checkpoints/epoch-4.json"))
    true(numpy.allclose(again(features), model(features)), "the same model from its checkpoint")


@check("system metrics of a run")
def system_metrics():
    new_experiment("system")
    mlflow.set_system_metrics_sampling_interval(1)
    mlflow.set_system_metrics_samples_before_logging(1)
    with mlflow.start_run(log_system_metrics=True) as run:
        time.sleep(3.5)
    found = mlflow.get_run(run.info.run_id).data.metrics
    for name in ("system/cpu_utilization_percentage", "system/system_memory_usage_megabytes"):
        true(name in found, f"the metric {name}")
    true(len(client().get_metric_history(run.info.run_id, "system/cpu_utilization_percentage")) >= 2, "several samples")


@check("data sets are logged as inputs, with context, and found by a filter")
def datasets():
    experiment_id = new_experiment("data")
    table = pandas.DataFrame({"size": [1.5, 2.5], "kind": ["a", "b"]})
    train = mlflow.data.from_pandas(table, source="https://example.com/train.csv", name="train-set", targets="kind")
    test = mlflow.data.from_numpy(numpy.arange(6).reshape(3, 2), name="test-set")
    with mlflow.start_run() as run:
        mlflow.log_input(train, context="training")
        mlflow.log_input(train, context="training")
        mlflow.log_input(test, context="validation", tags={"part": "1"})
    inputs = mlflow.get_run(run.info.run_id).inputs.dataset_inputs
    equal(sorted(each.dataset.name for each in inputs), ["test-set", "train-set"])
    first = next(each for each in inputs if each.dataset.name == "train-set")
    equal({tag.key: tag.value for tag in first.tags}, {"mlflow.data.context": "training"})
    equal(first.dataset.digest, train.digest)
    equal(json.loads(first.dataset.source)["url"], "https://example.com/train.csv")
    equal([column["name"] for column in json.loads(first.dataset.schema)["mlflow_colspec"]], ["size", "kind"])
    equal(json.loads(first.dataset.profile)["num_rows"], 2)
    second = next(each for each in inputs if each.dataset.name == "test-set")
    equal({tag.key: tag.value for tag in second.tags}, {"mlflow.data.context": "validation", "part": "1"})
    with mlflow.start_run():
        pass
    equal(len(client().search_runs([experiment_id], "dataset.name = 'train-set'")), 1)
    equal(len(client().search_runs([experiment_id], "dataset.context = 'validation'")), 1)
    equal(len(client().search_runs([experiment_id], "dataset.name = 'nothing'")), 0)


@check("metrics belong to the data set they were measured on")
def metric_of_dataset():
    new_experiment("measured")
    data = mlflow.data.from_numpy(numpy.arange(4), name="measured")
    with mlflow.start_run() as run:
        model = mlflow.create_external_model(name="measured-model")
        mlflow.log_metric("accuracy", 0.8, dataset=data, model_id=model.model_id)
    equal(mlflow.get_run(run.info.run_id).data.metrics, {"accuracy": 0.8})
    metric = mlflow.get_logged_model(model.model_id).metrics[0]
    equal((metric.dataset_name, metric.dataset_digest, metric.run_id), ("measured", data.digest, run.info.run_id))
