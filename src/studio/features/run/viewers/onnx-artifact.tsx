import { type OnnxSummary, summarizeOnnx } from '#domain/onnx/onnx-summary.ts';
import type { OnnxValue } from '#domain/onnx/onnx-values.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import table from '#studio/ui/table.module.css';
import facts from '../overview.module.css';
import type { FilePlace } from './file-place.ts';
import { Unreadable } from './unreadable.tsx';
import { useParsedFile } from './use-parsed-file.ts';
import classes from './viewers.module.css';

/** What an ONNX model takes, gives and is made of; its weights are not fetched. */
export function OnnxArtifact({ name, ...place }: FilePlace & { readonly name: string }) {
  const { data, error, refetch } = useParsedFile(place, { kind: 'onnx', parse: summarizeOnnx });
  if (error !== null) {
    return <Unreadable name={name} what="an ONNX model" error={error} onRetry={() => void refetch()} />;
  }
  return data === undefined ? <SkeletonRows rows={8} what={name} /> : <Summary model={data} />;
}

function Summary({ model }: { readonly model: OnnxSummary }) {
  const told = [
    ['Graph', model.graphName],
    ['Made by', model.producer],
    ['Format', `IR version ${model.irVersion}`],
    ['Operator sets', model.opsets.map(({ domain, version }) => `${domain} ${version}`).join(', ')],
    [
      'Parameters',
      `${formatInteger(model.parameters)} in ${formatInteger(model.tensors)} ${model.tensors === 1 ? 'tensor' : 'tensors'}`,
    ],
    ...model.metadata,
  ] as const;
  return (
    <div className={classes['parts']}>
      <dl className={facts['facts']}>
        {told
          .filter(([, value]) => value !== '')
          .map(([label, value], index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a file may say one key twice
            <div key={index} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Values title="Inputs" values={model.inputs} />
      <Values title="Outputs" values={model.outputs} />
      <section>
        <h3>
          Operators <span className={facts['count']}>{formatInteger(model.nodes)} nodes</span>
        </h3>
        <table className={table['table']}>
          <caption>Operators by number of nodes</caption>
          <thead>
            <tr>
              <th scope="col">Operator</th>
              <th scope="col" data-number>
                Nodes
              </th>
            </tr>
          </thead>
          <tbody>
            {model.operators.map(([operator, count]) => (
              <tr key={operator}>
                <td>{operator}</td>
                <td data-number>{formatInteger(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Values({ title, values }: { readonly title: string; readonly values: readonly OnnxValue[] }) {
  return (
    <section>
      <h3>
        {title} <span className={facts['count']}>{formatInteger(values.length)}</span>
      </h3>
      <table className={table['table']}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ name, type }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a damaged file may name two alike
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
