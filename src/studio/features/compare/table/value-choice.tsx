import { NumberInput, SegmentedControl } from '@mantine/core';
import type { CompareView, MetricChoice } from '../compare-view.model.ts';
import type { ChangeCompareView } from '../use-compare-view.ts';
import classes from './compare-table.module.css';

const choices = [
  { value: 'last', label: 'Last' },
  { value: 'best', label: 'Best' },
  { value: 'min', label: 'Min' },
  { value: 'max', label: 'Max' },
  { value: 'at', label: 'At step' },
] as const;

interface ValueChoiceProps {
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
}

/** Which of a metric's values is shown. */
export function ValueChoice({ view, onChange }: ValueChoiceProps) {
  const { value } = view;
  const choose = (choice: MetricChoice, how: 'step' | 'refine' = 'step'): void =>
    onChange((now) => ({ ...now, value: choice }), how);
  return (
    <div className={classes['choice']}>
      <SegmentedControl
        aria-label="Metric value"
        data={[...choices]}
        value={typeof value === 'object' ? 'at' : value}
        onChange={(chosen: (typeof choices)[number]['value']) =>
          choose(chosen === 'at' ? { step: 0 } : chosen)
        }
      />
      {typeof value === 'object' && (
        <NumberInput
          size="xs"
          w={96}
          aria-label="Step"
          allowDecimal={false}
          value={value.step}
          onChange={(step) =>
            choose({ step: Number.isSafeInteger(Number(step)) ? Number(step) : 0 }, 'refine')
          }
        />
      )}
    </div>
  );
}
