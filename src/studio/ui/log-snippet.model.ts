/** The workspace whose runs are logged to without naming one. */
export const defaultWorkspaceSlug = 'default';

/** Where an MLflow client finds a workspace: the bare address, or below `/ws/` for all but the default one. */
export function trackingUri(origin: string, slug: string): string {
  return slug === defaultWorkspaceSlug ? origin : `${origin}/ws/${slug}`;
}

/** Python that logs to the workspace with any MLflow client. */
export function logSnippet(origin: string, slug: string): string {
  return `import mlflow

mlflow.set_tracking_uri("${trackingUri(origin, slug)}")
mlflow.autolog()`;
}

/** The same by MLflow's own notion of workspaces, which clients know since 3.10; nothing for the default workspace. */
export function workspaceSnippet(origin: string, slug: string): string | undefined {
  if (slug === defaultWorkspaceSlug) return undefined;
  return `mlflow.set_tracking_uri("${origin}")
mlflow.set_workspace("${slug}")`;
}

/** A first run in full, to paste into a shell. */
export function firstRunSnippet(origin: string, slug: string): string {
  return `import mlflow

mlflow.set_tracking_uri("${trackingUri(origin, slug)}")
mlflow.set_experiment("first-steps")

with mlflow.start_run():
    mlflow.log_param("learning_rate", 0.01)
    for step in range(100):
        mlflow.log_metric("loss", 1 / (step + 1), step=step)`;
}
