"""Files of runs, through the proxy of the tracking server."""

import hashlib
import os
import tempfile

import mlflow
import requests

from harness import check, client, equal, new_experiment, true

MiB = 1024 * 1024


def proxy(path):
    return f"{mlflow.get_tracking_uri()}/api/2.0/mlflow-artifacts/artifacts{path}"


def root_of(run):
    return "/" + run.info.artifact_uri.removeprefix("mlflow-artifacts:/").lstrip("/")


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(MiB), b""):
            digest.update(block)
    return digest.hexdigest()


def write_noise(path, size):
    """A file that compresses badly and differs in every block."""
    with open(path, "wb") as file:
        for _ in range(size // MiB):
            file.write(os.urandom(MiB))
        file.write(os.urandom(size % MiB))


def listed(run, path=None):
    return {(file.path, file.is_dir, file.file_size) for file in client().list_artifacts(run.info.run_id, path)}


@check("texts, tables and pictures of the client's own helpers")
def helpers():
    new_experiment("helpers")
    run = mlflow.start_run()
    mlflow.log_text("hello", "notes/hello.txt")
    mlflow.log_dict({"a": [1, 2]}, "config/settings.json")
    mlflow.log_dict({"a": [1, 2]}, "config/settings.yaml")
    mlflow.log_table({"question": ["why?"], "answer": ["because"]}, "answers.json")
    equal(mlflow.artifacts.load_text(run.info.artifact_uri + "/notes/hello.txt"), "hello")
    equal(mlflow.artifacts.load_dict(run.info.artifact_uri + "/config/settings.json"), {"a": [1, 2]})
    equal(list(mlflow.load_table("answers.json", run_ids=[run.info.run_id])["answer"]), ["because"])


@check("images of a training, by key and step, and a figure")
def images():
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plot
    import numpy

    new_experiment("images")
    run = mlflow.start_run()
    for step in range(3):
        mlflow.log_image(numpy.full((8, 8, 3), step * 80, dtype=numpy.uint8), key="sample", step=step)
    figure, axes = plot.subplots()
    axes.plot([1, 2, 3])
    mlflow.log_figure(figure, "curve.png")
    plot.close(figure)
    pictures = [name for name, _, _ in listed(run, "images") if name.endswith(".png")]
    equal(len(pictures), 3)
    true(any(name == "curve.png" and size > 500 for name, _, size in listed(run)), "the figure")


@check("a folder goes up and comes down as it was")
def folder():
    new_experiment("folder")
    run = mlflow.start_run()
    names = ["one.txt", "deep/er/two.txt", "with space.txt", "größe 数据.txt", "100% & more.txt", "empty.txt"]
    with tempfile.TemporaryDirectory() as here, tempfile.TemporaryDirectory() as there:
        for name in names:
            os.makedirs(os.path.dirname(os.path.join(here, name)), exist_ok=True)
            with open(os.path.join(here, name), "w", encoding="utf-8") as file:
                file.write("" if name == "empty.txt" else name)
        mlflow.log_artifacts(here, "files")
        equal(listed(run), {("files", True, None)})
        sizes = {(name, size or 0) for name, is_dir, size in listed(run, "files") if not is_dir}
        equal(sizes, {(f"files/{name}", len(name.encode()) if name != "empty.txt" else 0)
                      for name in names if "/" not in name})
        equal(listed(run, "files/deep/er"), {("files/deep/er/two.txt", False, len("deep/er/two.txt"))})
        down = mlflow.artifacts.download_artifacts(run_id=run.info.run_id, artifact_path="files", dst_path=there)
        for name in names:
            with open(os.path.join(down, name), encoding="utf-8") as file:
                equal(file.read(), "" if name == "empty.txt" else name)


@check("an artifact is overwritten by a later one of its name")
def overwrite():
    new_experiment("overwrite")
    run = mlflow.start_run()
    mlflow.log_text("a first and longer text", "note.txt")
    mlflow.log_text("second", "note.txt")
    equal(mlflow.artifacts.load_text(run.info.artifact_uri + "/note.txt"), "second")
    equal(listed(run), {("note.txt", False, 6)})


@check("listing a file or a missing folder gives nothing; a missing file is an error")
def missing():
    new_experiment("missing")
    run = mlflow.start_run()
    mlflow.log_text("x", "note.txt")
    equal((listed(run, "note.txt"), listed(run, "nowhere")), (set(), set()))
    equal(requests.get(proxy(root_of(run) + "/nowhere.txt"), timeout=30).status_code, 404)


@check("100 MB go up and come down unchanged")
def large():
    new_experiment("large")
    run = mlflow.start_run()
    with tempfile.TemporaryDirectory() as here:
        path = os.path.join(here, "weights.bin")
        write_noise(path, 100 * MiB)
        expected = sha256(path)
        mlflow.log_artifact(path)
        os.remove(path)
        equal(listed(run), {("weights.bin", False, 100 * MiB)})
        down = mlflow.artifacts.download_artifacts(
            run_id=run.info.run_id, artifact_path="weights.bin", dst_path=os.path.join(here, "down"))
        equal(sha256(down), expected)


@check("a large file goes up in parts")
def multipart():
    new_experiment("multipart")
    run = mlflow.start_run()
    settings = {
        "MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD": "true",
        "MLFLOW_MULTIPART_UPLOAD_MINIMUM_FILE_SIZE": str(6 * MiB),
        "MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE": str(5 * MiB),
        "MLFLOW_ENABLE_PROXY_MULTIPART_DOWNLOAD": "true",
        "MLFLOW_MULTIPART_DOWNLOAD_MINIMUM_FILE_SIZE": str(6 * MiB),
        "MLFLOW_MULTIPART_DOWNLOAD_CHUNK_SIZE": str(5 * MiB),
    }
    os.environ.update(settings)
    try:
        with tempfile.TemporaryDirectory() as here:
            path = os.path.join(here, "parts.bin")
            write_noise(path, 23 * MiB + 7)
            expected = sha256(path)
            mlflow.log_artifact(path, "deep/folder")
            equal(listed(run, "deep/folder"), {("deep/folder/parts.bin", False, 23 * MiB + 7)})
            down = mlflow.artifacts.download_artifacts(
                run_id=run.info.run_id, artifact_path="deep/folder/parts.bin", dst_path=os.path.join(here, "down"))
            equal(sha256(down), expected)
    finally:
        for name in settings:
            os.environ.pop(name, None)


@check("artifacts are deleted, one file and a folder")
def delete():
    from mlflow.store.artifact.artifact_repository_registry import get_artifact_repository

    new_experiment("delete")
    run = mlflow.start_run()
    for name in ("a.txt", "b/c.txt", "b/d.txt", "e.txt"):
        mlflow.log_text("x", name)
    repository = get_artifact_repository(run.info.artifact_uri)
    repository.delete_artifacts("a.txt")
    repository.delete_artifacts("b")
    equal(listed(run), {("e.txt", False, 1)})


@check("paths that climb out are refused")
def climbing():
    new_experiment("climbing")
    run = mlflow.start_run()
    for path in ("/%2e%2e/%2e%2e/secret.txt", "/..%2f..%2fsecret.txt", "/%252e%252e/secret.txt", "/a/%00/b.txt"):
        for answer in (
            requests.put(proxy(root_of(run) + path), data=b"x", timeout=30),
            requests.get(proxy(root_of(run) + path), timeout=30),
        ):
            true(400 <= answer.status_code < 500, f"a refusal of {path}, not {answer.status_code}")


@check("a page or picture that a run uploads is not run by a browser")
def hostile_page():
    new_experiment("hostile")
    run = mlflow.start_run()
    mlflow.log_text("<script>alert(1)</script>", "page.html")
    answer = requests.get(proxy(root_of(run) + "/page.html"), timeout=30)
    equal(answer.headers.get("X-Content-Type-Options"), "nosniff")
    true("attachment" in answer.headers.get("Content-Disposition", ""), "an attachment")
