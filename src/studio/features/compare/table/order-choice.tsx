import { Select } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import type { CompareView, RowOrder } from '../compare-view.model.ts';
import type { ChangeCompareView } from '../use-compare-view.ts';

interface OrderChoiceProps {
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
  readonly metrics: readonly string[];
}

const metricPrefix = 'metric:';

/** How rows are ordered: by name, by what tells the runs apart, or by what goes with a metric. */
export function OrderChoice({ view, onChange, metrics }: OrderChoiceProps) {
  const { order } = view;
  const data = [
    { value: 'name', label: 'By name' },
    { value: 'telling', label: 'What tells runs apart' },
    ...(metrics.length === 0
      ? []
      : [
          {
            group: 'What goes with',
            items: metrics.map((key) => ({ value: `${metricPrefix}${key}`, label: key })),
          },
        ]),
  ];
  return (
    <Select
      size="xs"
      w={200}
      aria-label="Order of rows"
      leftSection={<IconArrowsSort size={14} />}
      data={data}
      searchable={metrics.length > 10}
      limit={200}
      allowDeselect={false}
      nothingFoundMessage="No metric is called that"
      value={typeof order === 'object' ? `${metricPrefix}${order.outcome}` : order}
      onChange={(value) => onChange((now) => ({ ...now, order: toOrder(value ?? 'name') }))}
    />
  );
}

function toOrder(value: string): RowOrder {
  if (value.startsWith(metricPrefix)) return { outcome: value.slice(metricPrefix.length) };
  return value === 'telling' ? 'telling' : 'name';
}
