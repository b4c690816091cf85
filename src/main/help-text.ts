/** What `npm start -- --help` prints. */
export const helpText = `Atelier: a studio for machine-learning teams, and a server for MLflow's tracking API.

  npm start -- [flags]

  -p, --port PORT           port to listen on, 0 for any free one      ATELIER_PORT           4600
      --host HOST           loopback name or address                   ATELIER_HOST           127.0.0.1
      --home FOLDER         where the database and artifacts are kept  ATELIER_HOME           .atelier
      --artifact-root URI   where clients keep the artifacts of new    ATELIER_ARTIFACT_ROOT  mlflow-artifacts:/
                            experiments: mlflow-artifacts:/ (through
                            this server), file:///folder, http://host/path
      --database-url URL    PostgreSQL instead of SQLite in the home   ATELIER_DATABASE_URL
      --allowed-hosts LIST  host names to answer besides the loopback  ATELIER_ALLOWED_HOSTS
                            ones, with commas
      --public-url URL      the address that snippets for clients show ATELIER_PUBLIC_URL
      --config FILE         settings as JSON or YAML                   ATELIER_CONFIG
      --sample              train two dozen small models into the default workspace
  -h, --help                this text
  -v, --version             the version

A flag wins over the environment variable beside it, which wins over the config file. Without --config, that is
atelier.config.json, .yaml or .yml in the home or in the current folder; its keys: port, host, home, artifactRoot,
databaseUrl, allowedHosts (a list), publicUrl.
`;
