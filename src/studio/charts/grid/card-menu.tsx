import { useClient } from '#studio/query/client-context.ts';
import { toast } from '#studio/ui/toast.store.ts';
import { Popover } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTheme } from '#studio/preferences/use-theme.ts';
import { exportChoices } from './card-exports.ts';
import { CardRanges } from './card-ranges.tsx';
import { resized, usualSize } from './card-size.model.ts';
import classes from './metric-card.module.css';
import { type CardActionsProps, toggleKey, withKey } from './metric-card-props.ts';

interface CardMenuProps extends CardActionsProps {
  readonly onClose: () => void;
}

interface Choice {
  readonly label: string;
  readonly run: () => void | Promise<void>;
}

/** The rest of what can be done with a chart: its place, its ranges, and taking it elsewhere. */
export function CardMenu(props: CardMenuProps) {
  const { metric, onClose } = props;
  const client = useClient();
  const scheme = useTheme();
  const choose = ({ run }: Choice): void => {
    onClose();
    void Promise.resolve(run()).catch((error: unknown) =>
      toast({ kind: 'failed', message: error instanceof Error ? error.message : 'That did not work.' }),
    );
  };
  const groups = [
    { title: 'Place', choices: placeChoices(props) },
    { title: 'Take it elsewhere', choices: exportChoices(props, client, scheme) },
  ];
  return (
    <Popover opened onDismiss={onClose} position="bottom-end" width={260} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes['action']}
          aria-label={`More for ${metric}`}
          onClick={onClose}
        >
          <IconDots size={16} />
        </button>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={`More for ${metric}`}
        className={classes['menu']}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      >
        <CardRanges {...props} />
        {groups.map(({ title, choices }) => (
          <section key={title}>
            <p className={classes['menu-title']}>{title}</p>
            {choices.map((choice) => (
              <button
                key={choice.label}
                type="button"
                className={classes['menu-item']}
                onClick={() => choose(choice)}
              >
                {choice.label}
              </button>
            ))}
          </section>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

function placeChoices({ metric, view, onChange }: CardMenuProps): readonly Choice[] {
  const resize = (columns: number, rows: number) => () =>
    onChange((now) => {
      const size = now.sizes.get(metric) ?? usualSize;
      return { sizes: withKey(now.sizes, metric, resized(size, columns, rows)) };
    }, 'refine');
  const size = view.sizes.get(metric) ?? usualSize;
  return [
    {
      label: view.pins.includes(metric) ? 'Unpin' : 'Pin to the top',
      run: () => onChange((now) => ({ pins: toggleKey(now.pins, metric) }), 'refine'),
    },
    { label: 'Wider', run: resize(1, 0) },
    ...(size.columns > 1 ? [{ label: 'Narrower', run: resize(-1, 0) }] : []),
    { label: 'Higher', run: resize(0, 1) },
    ...(size.rows > 1 ? [{ label: 'Lower', run: resize(0, -1) }] : []),
  ];
}
