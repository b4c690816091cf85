"""Searching runs and experiments, with MLflow's filter and order grammar."""

import math

import mlflow
from mlflow.entities import ViewType

from harness import check, client, equal, new_experiment, refuses, true, unique


def seed():
    """Twelve runs: acc = index / 10, one without it, one NaN; every third a 'forest'."""
    experiment_id = new_experiment("search")
    for index in range(12):
        with mlflow.start_run(run_name=f"run-{index:02}"):
            mlflow.log_param("kind", "forest" if index % 3 == 0 else "linear")
            mlflow.log_param("depth", index)
            mlflow.set_tag("team", "Vision" if index < 6 else "speech")
            mlflow.log_metric("step loss", 12 - index)
            if index == 11:
                mlflow.log_metric("acc", float("nan"))
            elif index != 10:
                mlflow.log_metric("acc", index / 10)
    return experiment_id


_seeded = []


def names(filter_string="", order_by=None, **options):
    if not _seeded:
        _seeded.append(seed())
    runs = client().search_runs(_seeded, filter_string, order_by=order_by or ["attributes.run_name ASC"], **options)
    return [int(run.info.run_name.removeprefix("run-")) for run in runs]


@check("search by metric")
def by_metric():
    equal(names("metrics.acc > 0.5"), [6, 7, 8, 9])
    equal(names("metrics.acc >= 0.5 and metrics.acc < 0.7"), [5, 6])
    equal(names("metric.acc = 0.3"), [3])
    equal(names("metrics.`step loss` <= 2"), [10, 11])
    equal(names('metrics."step loss" = 12'), [0])
    equal(names("metrics.nothing > 0"), [])


@check("search by parameter and tag")
def by_parameter():
    equal(names("params.kind = 'forest'"), [0, 3, 6, 9])
    equal(names('params.kind != "forest" AND tags.team = \'Vision\''), [1, 2, 4, 5])
    equal(names("params.depth = '7'"), [7])
    equal(names("params.kind LIKE 'for%'"), [0, 3, 6, 9])
    equal(names("tags.team ILIKE 'VIS%'"), [0, 1, 2, 3, 4, 5])
    equal(names("tags.team LIKE 'vis%'"), [])
    equal(names("params.kind = 'nothing'"), [])


@check("search for the presence of a tag")
def by_presence():
    equal(len(names("tags.team IS NOT NULL")), 12)
    equal(names("tags.nothing IS NOT NULL"), [])
    equal(len(names("params.nothing IS NULL")), 12)


@check("search by attribute")
def by_attribute():
    equal(names("attributes.run_name = 'run-04'"), [4])
    equal(names("run_name LIKE 'run-1%'"), [10, 11])
    equal(len(names("status = 'FINISHED'")), 12)
    equal(names("status = 'RUNNING'"), [])
    equal(len(names("start_time > 0")), 12)
    equal(len(names("attributes.end_time < 9999999999999")), 12)
    runs = client().search_runs(_seeded, order_by=["attributes.run_name ASC"])
    some = "', '".join(run.info.run_id for run in runs[2:4])
    equal(names(f"attributes.run_id IN ('{some}')"), [2, 3])
    equal(names(f"run_id = '{runs[5].info.run_id}'"), [5])


@check("order by metric: missing values last, NaN after the numbers, both ways")
def order_by_metric():
    equal(names(order_by=["metrics.acc DESC"])[:10], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    equal(names(order_by=["metrics.acc DESC"])[10:], [11, 10])
    equal(names(order_by=["metrics.acc ASC"]), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 10])
    equal(names(order_by=["params.kind ASC", "metrics.`step loss` ASC"])[:4], [9, 6, 3, 0])
    equal(names(order_by=["attributes.start_time DESC"])[0], 11)


@check("paging gives every run exactly once, in order")
def paging():
    names()
    seen, token = [], None
    while True:
        page = client().search_runs(_seeded, order_by=["metrics.acc DESC"], max_results=5, page_token=token)
        seen += [int(run.info.run_name.removeprefix("run-")) for run in page]
        true(len(page) <= 5, "no more than asked for")
        token = page.token
        if not token:
            break
    equal(seen, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 11, 10])


@check("search over several experiments, and over deleted runs")
def several_experiments():
    first = new_experiment("one")
    with mlflow.start_run():
        pass
    second = new_experiment("two")
    with mlflow.start_run() as run:
        pass
    equal(len(client().search_runs([first, second])), 2)
    mlflow.delete_run(run.info.run_id)
    equal(len(client().search_runs([first, second])), 1)
    equal(len(client().search_runs([first, second], run_view_type=ViewType.ALL)), 2)


@check("search_runs as a table of pandas")
def as_table():
    names()
    table = mlflow.search_runs(_seeded, "metrics.acc >= 0.8", order_by=["metrics.acc ASC"])
    equal(list(table["metrics.acc"]), [0.8, 0.9])
    equal(list(table["params.depth"]), ["8", "9"])
    equal(list(table["tags.team"]), ["speech", "speech"])
    everything = mlflow.search_runs(_seeded)
    true(sum(math.isnan(value) for value in everything["metrics.acc"]) == 2, "two runs without a number")


@check("what the grammar does not allow is refused with a reason")
def refused_filters():
    names()
    for filter_string in ("metrics.acc > 0.5 OR metrics.acc < 0.1", "foo.bar = '1'", "params.depth = 7",
                          "metrics.acc > 'a'", "run_name IN ('a')", "(metrics.acc > 1)", " ", "metrics.acc >"):
        with refuses("INVALID_PARAMETER_VALUE"):
            client().search_runs(_seeded, filter_string)
    with refuses("INVALID_PARAMETER_VALUE"):
        client().search_runs(_seeded, order_by=["metrics.acc SIDEWAYS"])
    with refuses("INVALID_PARAMETER_VALUE"):
        client().search_runs(_seeded, max_results=50_001)


@check("search experiments by name, tag and time")
def experiments():
    name = unique("wanted")
    mlflow.create_experiment(name + "-a", tags={"kind": "wanted"})
    mlflow.create_experiment(name + "-b", tags={"kind": "other"})

    def found(filter_string, **options):
        return sorted(each.name[len(name):] for each in mlflow.search_experiments(filter_string=filter_string, **options))

    equal(found(f"name LIKE '{name}%'"), ["-a", "-b"])
    equal(found(f"name = '{name}-a'"), ["-a"])
    equal(found(f"name LIKE '{name}%' AND tags.kind = 'wanted'"), ["-a"])
    equal(found(f"name ILIKE '{name.upper()}%' AND creation_time > 0"), ["-a", "-b"])
    ordered = mlflow.search_experiments(filter_string=f"name LIKE '{name}%'", order_by=["name DESC"])
    equal([each.name[len(name):] for each in ordered], ["-b", "-a"])
    mlflow.delete_experiment(ordered[0].experiment_id)
    equal(found(f"name LIKE '{name}%'"), ["-a"])
    equal(found(f"name LIKE '{name}%'", view_type=ViewType.DELETED_ONLY), ["-b"])
