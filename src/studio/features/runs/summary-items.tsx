import { Menu, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { type MetricColumn, metricSummaries } from './column.model.ts';
import { summaryWords } from './column-label.model.ts';

interface SummaryItemsProps {
  readonly column: MetricColumn;
  readonly onPick: (column: MetricColumn) => void;
}

const plain = metricSummaries.filter((summary) => summary !== 'at');

/** Which value of a metric a column shows. */
export function SummaryItems({ column, onPick }: SummaryItemsProps) {
  const { key, summary } = column;
  const [step, setStep] = useState(column.step ?? 0);
  return (
    <>
      <Menu.Label>Value</Menu.Label>
      <Menu.RadioGroup
        value={summary ?? 'last'}
        onChange={(value) => {
          const picked = plain.find((each) => each === value);
          if (value === 'last') onPick({ kind: 'metrics', key });
          else if (picked !== undefined) onPick({ kind: 'metrics', key, summary: picked });
        }}
      >
        {(['last', ...plain] as const).map((each) => (
          <Menu.RadioItem key={each} value={each} closeMenuOnClick>
            {summaryWords[each]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onPick({ kind: 'metrics', key, summary: 'at', step });
        }}
      >
        <NumberInput
          size="xs"
          mx="sm"
          my={4}
          label="At step, then Enter"
          value={step}
          allowDecimal={false}
          onChange={(value) => setStep(Number(value))}
          onKeyDown={(event) => event.stopPropagation()}
        />
      </form>
    </>
  );
}
