import { useMemo } from 'react';
import { CodeViewer } from '#studio/editor/code-viewer.tsx';
import table from '#studio/ui/table.module.css';
import artifacts from '../artifacts.module.css';
import facts from '../overview.module.css';
import { parseModelFile, type SignatureField } from './model-file.model.ts';
import classes from './viewers.module.css';

/** An `MLmodel` file: what the model takes and gives, and the file itself. */
export function ModelArtifact({ name, text }: { readonly name: string; readonly text: string }) {
  const model = useMemo(() => parseModelFile(text), [text]);
  return (
    <div className={classes['parts']}>
      {model !== undefined && (
        <>
          <dl className={facts['facts']}>
            <dt>Flavors</dt>
            <dd>{model.flavors.join(', ')}</dd>
            {model.facts.map(([label, value]) => (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {model.inputs === undefined && model.outputs === undefined && (
            <p className={artifacts['quiet']}>
              The model was logged without a signature: what it takes and gives is not known.
            </p>
          )}
          <Fields title="Inputs" fields={model.inputs} />
          <Fields title="Outputs" fields={model.outputs} />
          <Fields title="Parameters" fields={model.params} />
        </>
      )}
      <div className={artifacts['code']}>
        <CodeViewer text={text} name={name} />
      </div>
    </div>
  );
}

function Fields({
  title,
  fields,
}: {
  readonly title: string;
  readonly fields: readonly SignatureField[] | undefined;
}) {
  if (fields === undefined || fields.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <table className={table['table']}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, type }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a file may name two alike
            <tr key={index}>
              <td className={facts['key']}>{name}</td>
              <td>
                <code>{type}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
