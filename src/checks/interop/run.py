"""Runs every check against the server at ATELIER_URL. Started by interop.ts, which reads the lines it prints."""

import logging
import os
import sys
import warnings

os.environ.setdefault("MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR", "false")
os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "2")
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
# The standard output carries results only.
sys.stdout = sys.stderr
warnings.simplefilter("ignore")
logging.getLogger("mlflow").setLevel(logging.ERROR)

import harness  # noqa: E402

for area in sys.argv[1:]:
    __import__(area)
harness.run_all()
