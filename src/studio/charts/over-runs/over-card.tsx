import type { Problem } from '#contract/problem.ts';
import { ActionIcon, Select, Skeleton, TagsInput, Tooltip } from '@mantine/core';
import { IconChartDots, IconTable, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { useNearScreen } from './use-near-screen.ts';
import { BarChart } from './bar-chart.tsx';
import { BoxChart } from './box-chart.tsx';
import { ContourChart } from './contour-chart.tsx';
import { ImportancePanel } from './importance-panel.tsx';
import { missingRoles, type OverChart, overKindNames, termRoles } from './over-chart.model.ts';
import { labelTerm } from './label-term.ts';
import classes from './over-runs.module.css';
import { OverTable } from './over-table.tsx';
import { ParallelChart } from './parallel-chart.tsx';
import type { RunTable } from './run-table.model.ts';
import { ScatterChart } from './scatter-chart.tsx';
import { type RunQuestion, useRunTable } from './use-run-table.ts';

export interface OverCardProps {
  readonly chart: OverChart;
  readonly question: RunQuestion;
  /** Terms that can be chosen, the likeliest first. */
  readonly choices: readonly string[];
  /** All parameters: what importance is looked for in. */
  readonly params: readonly string[];
  readonly onChange: (chart: OverChart) => void;
  readonly onRemove: () => void;
  readonly onOpen?: ((runId: string) => void) | undefined;
  readonly onKeep?: ((runIds: readonly string[]) => void) | undefined;
  /** Chooses runs without leaving out the others: what to do with them is asked elsewhere on the page. */
  readonly onSelect?: ((runIds: readonly string[]) => void) | undefined;
}

/** A chart over runs with the choice of its terms, or its values as a table. */
export function OverCard(props: OverCardProps) {
  const { chart, question, params } = props;
  const [asTable, setAsTable] = useState(false);
  const place = useRef<HTMLElement>(null);
  const near = useNearScreen(place);
  const missing = missingRoles(chart);
  const terms = chart.kind === 'importance' ? [...new Set([...chart.terms, ...params])] : chart.terms;
  const { table, error, refetch, isFetching } = useRunTable(
    question,
    near && missing.length === 0 ? terms : [],
  );
  const name = overKindNames[chart.kind];
  return (
    <section
      ref={place}
      className={classes['card']}
      data-kind={chart.kind}
      aria-label={name}
      aria-busy={isFetching}
    >
      <header className={classes['card-head']}>
        <h3>{name}</h3>
        <TermChoice {...props} />
        <CardActions name={name} asTable={asTable} onTable={setAsTable} onRemove={props.onRemove} />
      </header>
      {missing.length > 0 ? (
        <p className={classes['told']}>Choose {missing.join(' and ').toLowerCase()} first.</p>
      ) : table === undefined ? (
        <Waiting error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          {asTable ? <OverTable table={table} terms={chart.terms} /> : <Drawing {...props} table={table} />}
          {table.matching > table.runs.length && (
            <p className={classes['told']}>
              The first {formatInteger(table.runs.length)} of {formatInteger(table.matching)} matching runs
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Waiting({ error, onRetry }: { readonly error: Problem | null; readonly onRetry: () => void }) {
  return error === null ? (
    <Skeleton height={260} animate={false} />
  ) : (
    <ErrorState title="The values could not be loaded" error={error} onRetry={onRetry} />
  );
}

interface CardActionsProps {
  readonly name: string;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
  readonly onRemove: () => void;
}

function CardActions({ name, asTable, onTable, onRemove }: CardActionsProps) {
  return (
    <div className={classes['card-actions']}>
      <Tooltip label={asTable ? 'As a chart' : 'As a table'}>
        <ActionIcon
          size={28}
          aria-label={asTable ? `${name} as a chart` : `${name} as a table`}
          onClick={() => onTable(!asTable)}
        >
          {asTable ? <IconChartDots size={16} /> : <IconTable size={16} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Remove">
        <ActionIcon size={28} aria-label={`Remove ${name}`} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function Drawing(props: OverCardProps & { readonly table: RunTable }) {
  const { chart, table, onChange, onOpen, onKeep, onSelect } = props;
  const [first = '', second, third = ''] = chart.terms;
  switch (chart.kind) {
    case 'parallel':
      return (
        <ParallelChart
          table={table}
          terms={chart.terms}
          onTerms={(terms) => onChange({ ...chart, terms })}
          onKeep={onKeep}
          onSelect={onSelect}
        />
      );
    case 'scatter':
      return (
        <ScatterChart
          table={table}
          across={first}
          up={second ?? ''}
          onOpen={onOpen}
          onKeep={onKeep}
          onSelect={onSelect}
        />
      );
    case 'bar':
      return <BarChart table={table} term={first} onOpen={onOpen} />;
    case 'box':
      return <BoxChart table={table} value={first} by={second} />;
    case 'contour':
      return <ContourChart table={table} across={first} up={second ?? ''} colour={third} />;
    case 'importance':
      return <ImportancePanel table={table} term={first} />;
    default:
      return chart.kind satisfies never;
  }
}

function TermChoice({ chart, choices, onChange }: OverCardProps) {
  if (chart.kind === 'parallel') {
    return (
      <TagsInput
        className={classes['axes-choice']}
        aria-label="Axes"
        size="xs"
        data={[...choices]}
        value={[...chart.terms]}
        limit={60}
        maxTags={24}
        onChange={(terms) =>
          onChange({
            ...chart,
            terms: terms.filter((term) => choices.includes(term) || chart.terms.includes(term)),
          })
        }
      />
    );
  }
  return (
    <div className={classes['choices']}>
      {termRoles[chart.kind].map((role, index) => (
        <Select
          key={role}
          aria-label={role}
          size="xs"
          searchable
          limit={60}
          placeholder={role}
          data={[...new Set([...chart.terms, ...choices])].map((term) => ({
            value: term,
            label: labelTerm(term),
          }))}
          value={chart.terms[index] ?? null}
          onChange={(term) => {
            if (term !== null) onChange({ ...chart, terms: withTerm(chart, index, term) });
          }}
        />
      ))}
    </div>
  );
}

function withTerm({ terms }: OverChart, index: number, term: string): readonly string[] {
  return index < terms.length ? terms.with(index, term) : [...terms, term];
}
