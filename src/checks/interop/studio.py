"""What the client logged, seen by a person: a browser on the run's page."""

import math

import mlflow

from harness import check, new_experiment, see_in_studio


@check("the studio shows the very numbers, from the link that the client prints")
def very_numbers():
    new_experiment("seen")
    with mlflow.start_run(run_name="seen in the studio") as run:
        mlflow.log_params({"lr": 0.001, "optimizer": "adam", "größe": "数据"})
        for step in range(50):
            mlflow.log_metric("train/loss", math.exp(-step / 17) + 1e-9, step=step)
            mlflow.log_metric("val/accuracy", 1 - math.exp(-step / 9), step=step)
        mlflow.log_metric("steps", 12_345)
        mlflow.log_text("a note", "note.txt")
        mlflow.log_text("a,b\n1,2\n", "tables/points.csv")
    see_in_studio(run, ["note.txt", "tables"])
