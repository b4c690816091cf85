"""scikit-learn's autologging, models that are logged and loaded again, logged models."""

import mlflow
import numpy
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.tree import DecisionTreeClassifier

from harness import check, client, equal, new_experiment, refuses, true, unique


def iris():
    features, classes = load_iris(return_X_y=True, as_frame=True)
    return train_test_split(features, classes, random_state=7)


def same_predictions(one, other, features):
    equal(list(numpy.asarray(one.predict(features))), list(numpy.asarray(other.predict(features))))


@check("scikit-learn autologging: parameters, metrics, data set and model")
def autolog():
    experiment_id = new_experiment("autolog")
    train, test, train_classes, test_classes = iris()
    mlflow.sklearn.autolog()
    try:
        with mlflow.start_run() as run:
            model = LogisticRegression(C=0.5, max_iter=300).fit(train, train_classes)
            score = model.score(test, test_classes)
    finally:
        mlflow.sklearn.autolog(disable=True)
    found = mlflow.get_run(run.info.run_id)
    equal((found.data.params["C"], found.data.params["max_iter"]), ("0.5", "300"))
    true(0.8 < found.data.metrics["training_accuracy_score"] <= 1, "an accuracy")
    equal(found.data.metrics["LogisticRegression_score_test"], score)
    equal(found.data.tags["estimator_name"], "LogisticRegression")
    equal([each.tags[0].value for each in found.inputs.dataset_inputs], ["train"])
    true(len(found.outputs.model_outputs) == 1, "one model as output")
    logged = mlflow.search_logged_models(experiment_ids=[experiment_id], output_format="list")
    equal([each.source_run_id for each in logged], [run.info.run_id])
    equal(str(logged[0].status), "READY")
    same_predictions(mlflow.sklearn.load_model(logged[0].model_uri), model, test)


@check("autologging a grid search logs its children")
def grid_search():
    experiment_id = new_experiment("grid")
    train, _, train_classes, _ = iris()
    mlflow.sklearn.autolog(max_tuning_runs=3)
    try:
        with mlflow.start_run() as run:
            GridSearchCV(DecisionTreeClassifier(random_state=1), {"max_depth": [1, 2, 3]}, cv=3).fit(train, train_classes)
    finally:
        mlflow.sklearn.autolog(disable=True)
    children = client().search_runs([experiment_id], f"tags.mlflow.parentRunId = '{run.info.run_id}'")
    equal(sorted(child.data.params["max_depth"] for child in children), ["1", "2", "3"])
    true("best_cv_score" in mlflow.get_run(run.info.run_id).data.metrics, "the best score")


@check("log_model and load_model, by the model's and by the run's address")
def log_and_load():
    new_experiment("models")
    train, test, train_classes, _ = iris()
    model = LogisticRegression(max_iter=300).fit(train, train_classes)
    with mlflow.start_run() as run:
        info = mlflow.sklearn.log_model(model, name="line", input_example=train.head(2))
    true(info.model_uri.startswith("models:/m-"), "a model's address")
    same_predictions(mlflow.sklearn.load_model(info.model_uri), model, test)
    same_predictions(mlflow.sklearn.load_model(f"runs:/{run.info.run_id}/line"), model, test)
    same_predictions(mlflow.pyfunc.load_model(info.model_uri), model, test)
    equal(mlflow.models.get_model_info(info.model_uri).signature.inputs.input_names()[0], "sepal length (cm)")


@check("logged models: made, tagged, measured, searched, deleted")
def logged_models():
    experiment_id = new_experiment("logged")
    with mlflow.start_run() as run:
        first = mlflow.initialize_logged_model(name="first", params={"size": "7"}, tags={"kind": "a"}, model_type="agent")
        second = mlflow.create_external_model(name="second", tags={"kind": "b"})
        mlflow.log_metric("quality", 0.75, model_id=first.model_id)
        mlflow.log_metric("quality", 0.25, model_id=second.model_id)
    equal(str(mlflow.get_logged_model(first.model_id).status), "PENDING")
    mlflow.finalize_logged_model(first.model_id, "READY")
    mlflow.set_logged_model_tags(first.model_id, {"checked": "yes"})
    mlflow.log_model_params({"later": "1"}, model_id=first.model_id)
    found = mlflow.get_logged_model(first.model_id)
    equal((found.name, found.model_type, found.source_run_id, str(found.status)),
          ("first", "agent", run.info.run_id, "READY"))
    equal((found.params, found.tags["checked"]), ({"size": "7", "later": "1"}, "yes"))
    equal([(metric.key, metric.value) for metric in found.metrics], [("quality", 0.75)])

    def names(filter_string=None, **options):
        models = mlflow.search_logged_models([experiment_id], filter_string, output_format="list", **options)
        return [each.name for each in models]

    equal(sorted(names()), ["first", "second"])
    equal(names("metrics.quality > 0.5"), ["first"])
    equal(names("tags.kind = 'b'"), ["second"])
    equal(names("params.size = '7' AND name LIKE 'fir%'"), ["first"])
    equal(names(order_by=[{"field_name": "metrics.quality", "ascending": False}]), ["first", "second"])
    equal(len(names(max_results=1)), 1)
    mlflow.delete_logged_model_tag(first.model_id, "checked")
    true("checked" not in mlflow.get_logged_model(first.model_id).tags, "the tag to be gone")
    client().delete_logged_model(first.model_id)
    with refuses("RESOURCE_DOES_NOT_EXIST"):
        mlflow.get_logged_model(first.model_id)
    equal(names(), ["second"])
    with refuses("RESOURCE_DOES_NOT_EXIST", "not found"):
        mlflow.get_logged_model("m-" + unique("0"))
