import type { Direction } from '#domain/metric/direction.ts';
import { directions, guessDirection } from '#domain/metric/direction.ts';
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconMinus, type TablerIcon } from '@tabler/icons-react';
import classes from './direction-control.module.css';
import { directionWords } from './direction-words.model.ts';
import type { MetricDirections } from './use-metric-directions.ts';

interface DirectionControlProps {
  readonly metric: string;
  readonly directions: MetricDirections;
  /** `null`: as the name lets one expect. */
  readonly onSet: (metric: string, direction: Direction | null) => void;
}

const icons: Readonly<Record<Direction, TablerIcon>> = {
  up: IconArrowUp,
  down: IconArrowDown,
  none: IconMinus,
};

const byName = 'name';

/**
 * Which way a metric is better, as a small arrow that opens the choice. For column headings, chart cards and tables;
 * hand in `useMetricDirections` and `useSetDirection`, called once for the page.
 */
export function DirectionControl({ metric, directions: known, onSet }: DirectionControlProps) {
  const held = known.directionOf(metric);
  const setting = known.settingOf(metric);
  const Icon = icons[held];
  const words = `${metric}: ${directionWords[held]}`;
  return (
    <Menu position="bottom-start" width={240} shadow="md" trapFocus returnFocus>
      <Tooltip label={`${words} (${setting === undefined ? 'by its name' : `set by ${setting.setBy}`})`}>
        <Menu.Target>
          <ActionIcon size={24} aria-label={`${words}. Change`}>
            <Icon size={14} className={classes['arrow']} data-guessed={setting === undefined} />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.Label>Which values are better?</Menu.Label>
        <Menu.RadioGroup
          value={setting === undefined ? byName : held}
          onChange={(value) => onSet(metric, directions.find((each) => each === value) ?? null)}
        >
          <Menu.RadioItem closeMenuOnClick value="up">
            Greater is better
          </Menu.RadioItem>
          <Menu.RadioItem closeMenuOnClick value="down">
            Smaller is better
          </Menu.RadioItem>
          <Menu.RadioItem closeMenuOnClick value="none">
            Neither
          </Menu.RadioItem>
          <Menu.RadioItem closeMenuOnClick value={byName}>
            By its name
            <span className={classes['guess']}>{directionWords[guessDirection(metric)]}</span>
          </Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
