import { listRunFields } from '#contract/runs.ts';
import { ActionIcon, Button, Select, TagsInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useOperation } from '#studio/query/operation-query.ts';
import classes from './arrange-panel.module.css';
import { type Column, columnId } from './column.model.ts';
import { columnLabel } from './column-label.model.ts';
import { groupKeyLabel } from './runs-groups.model.ts';
import { type GroupKey, mostGroupKeys, type RunsView } from './runs-view.model.ts';
import type { ColumnActions } from './use-column-actions.ts';

interface GroupPartProps {
  readonly workspace: string;
  readonly view: RunsView;
  readonly actions: ColumnActions;
}

const ownKeys: readonly Column[] = (['status', 'user', 'name'] as const).map((name) => ({
  kind: 'own',
  name,
}));

/** What runs are put together by: up to three parameters, tags or facts, or all parameters save some. */
export function GroupPart({ workspace, view, actions }: GroupPartProps) {
  const { group } = view;
  const { data } = useOperation(listRunFields, { params: { workspace }, query: { limit: 500 } });
  const params = data?.params.map(({ key }) => key) ?? [];
  const tags = data?.tags.map(({ key }) => key) ?? [];
  const candidates: readonly Column[] = [
    ...params.map((key): Column => ({ kind: 'params', key })),
    ...ownKeys,
    ...tags.map((key): Column => ({ kind: 'tags', key })),
  ];
  const taken = new Set(group.map(keyId));
  const offered = candidates.filter((column) => !taken.has(columnId(column)));
  const full = group.length >= mostGroupKeys;
  return (
    <section className={classes['part']} aria-label="Groups">
      <h3>Group by</h3>
      <ol className={classes['terms']}>
        {group.map((key, at) => (
          <li key={keyId(key)} className={classes['term']}>
            <Key group={params} value={key} onChange={(next) => actions.setGroups(group.with(at, next))} />
            <ActionIcon
              size={28}
              aria-label={`Do not group by ${groupKeyLabel(key)}`}
              onClick={() => actions.setGroups(group.toSpliced(at, 1))}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {!full && (
        <Select
          aria-label={group.length === 0 ? 'Group by' : 'Then group by'}
          placeholder={group.length === 0 ? 'A parameter, tag or fact' : 'Then by …'}
          searchable
          value={null}
          data={offered.map((column) => ({ value: columnId(column), label: columnLabel(column) }))}
          comboboxProps={{ withinPortal: false }}
          onChange={(id) => {
            const column = offered.find((each) => columnId(each) === id);
            if (column !== undefined) actions.groupBy(column);
          }}
        />
      )}
      {!full && !taken.has(otherParams) && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => actions.groupBy({ kind: 'other params', except: params.filter(isSeed) })}
        >
          All parameters save the seed
        </Button>
      )}
    </section>
  );
}

const otherParams = 'other params';

function keyId(key: GroupKey): string {
  return key.kind === 'other params' ? otherParams : columnId(key);
}

/** What runs of one method differ by. */
function isSeed(param: string): boolean {
  return /(^|[^a-z])(seed|random_state)([^a-z]|$)/i.test(param);
}

interface KeyProps {
  readonly group: readonly string[];
  readonly value: GroupKey;
  readonly onChange: (key: GroupKey) => void;
}

function Key({ group: params, value, onChange }: KeyProps) {
  if (value.kind !== 'other params') return <span className={classes['label']}>{columnLabel(value)}</span>;
  return (
    <TagsInput
      className={classes['label'] ?? ''}
      label="All parameters save"
      data={[...params]}
      value={[...value.except]}
      comboboxProps={{ withinPortal: false }}
      onChange={(except) => onChange({ kind: 'other params', except })}
    />
  );
}
