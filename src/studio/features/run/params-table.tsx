import { flattenConfig } from '#domain/diff/flatten-config.ts';
import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { CopyButton } from '#studio/ui/copy-button.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { ShowMore } from '#studio/ui/show-more.tsx';
import { usePortion } from '#studio/ui/use-portion.ts';
import table from '#studio/ui/table.module.css';
import classes from './overview.module.css';
import { findEntries } from './find-entries.model.ts';

/** So few need no search. */
const few = 8;
const firstRows = 200;

/** What a run was given; what is nested in a value is unfolded, each with its path. */
export function ParamsTable({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const [search, setSearch] = useState('');
  const unfolded = useMemo(
    () => Object.fromEntries([...flattenConfig(params)].map(([path, { text }]) => [path, text])),
    [params],
  );
  const given = Object.keys(params).length;
  const total = Object.keys(unfolded).length;
  const found = useMemo(() => findEntries(unfolded, search), [unfolded, search]);
  const { shown, step, more } = usePortion(found, firstRows);
  if (total === 0) return <p className={classes['quiet']}>This run logged no parameter.</p>;
  return (
    <div className={classes['params']}>
      <div className={classes['head']}>
        {total > few ? (
          <TextInput
            className={classes['search'] ?? ''}
            size="xs"
            aria-label="Search parameters"
            placeholder={`Search ${formatInteger(total)} parameters`}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        ) : (
          <span />
        )}
        <span className={classes['copy-all']}>
          {total !== given && (
            <span>
              {formatInteger(given)} logged, unfolded to {formatInteger(total)}
            </span>
          )}
          <span>
            As JSON <CopyButton text={JSON.stringify(params, null, 2)} what="parameters as JSON" />
          </span>
        </span>
      </div>
      {found.length < total && (
        <p className={classes['dim']}>
          {formatInteger(found.length)} of {formatInteger(total)} match
        </p>
      )}
      <table className={table['table']}>
        <caption>Parameters</caption>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Value</th>
            <th scope="col">
              <span className="visually-hidden">Copy</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([key, value]) => (
            <tr key={key}>
              <td className={classes['key']}>{key}</td>
              <td className={classes['value']}>{value}</td>
              <td className={classes['copy']}>
                <CopyButton text={value} what={`value of ${key}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore shown={shown.length} total={found.length} what="parameters" step={step} onMore={more} />
    </div>
  );
}
