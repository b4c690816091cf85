import { CodeSnippet } from '#studio/ui/code-snippet.tsx';
import { StatusShape } from '#studio/ui/status-badge.tsx';
import { firstRunSnippet, logSnippet } from '#studio/ui/log-snippet.model.ts';
import { SampleButton } from './sample-button.tsx';
import classes from './workspace-page.module.css';

/** An empty workspace teaches: three steps to the first run, or a sample to look at. */
export function FirstRun({ workspace }: { readonly workspace: string }) {
  const { origin } = window.location;
  return (
    <div className={classes['first']}>
      <ol className={classes['steps']}>
        <li>
          <h2>Have the MLflow client</h2>
          <CodeSnippet code="pip install mlflow" what="the command" />
        </li>
        <li>
          <h2>Point your script at this workspace</h2>
          <CodeSnippet code={logSnippet(origin, workspace)} what="the three lines of Python" />
          <p className={classes['hint']}>
            Autologging covers scikit-learn, PyTorch Lightning, Keras, XGBoost and more. To log by hand:
          </p>
          <CodeSnippet code={firstRunSnippet(origin, workspace)} what="a first run in Python" />
        </li>
        <li>
          <h2>Run it</h2>
          <output className={`${classes['hint']} ${classes['waiting']}`}>
            <StatusShape status="SCHEDULED" /> Waiting for the first run. It shows here as soon as it logs.
          </output>
        </li>
      </ol>
      <SampleButton workspace={workspace} />
    </div>
  );
}
