import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatInteger } from '#studio/ui/number.model.ts';
import table from '#studio/ui/table.module.css';
import classes from './overview.module.css';
import { findEntries } from './find-entries.model.ts';

/** So few need no search. */
const few = 8;

/** What a run was given. */
export function ParamsTable({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const [search, setSearch] = useState('');
  const total = Object.keys(params).length;
  const found = useMemo(() => findEntries(params, search), [params, search]);
  if (total === 0) return <p className={classes['quiet']}>This run logged no parameter.</p>;
  return (
    <>
      {total > few && (
        <TextInput
          className={classes['search'] ?? ''}
          size="xs"
          aria-label="Search parameters"
          placeholder={`Search ${formatInteger(total)} parameters`}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {found.length < total && (
        <p className={classes['dim']}>
          {formatInteger(found.length)} of {formatInteger(total)} shown
        </p>
      )}
      <table className={table['table']}>
        <caption>Parameters</caption>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {found.map(([key, value]) => (
            <tr key={key}>
              <td className={classes['key']}>{key}</td>
              <td className={classes['value']}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
