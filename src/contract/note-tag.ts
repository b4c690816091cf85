/** The tag that holds the note of a run or of an experiment, in Markdown; where MLflow's clients and pages keep it. */
export const noteTag = 'mlflow.note.content';
