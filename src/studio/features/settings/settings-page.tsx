import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { type Preferences, preferences } from '#studio/preferences/preferences.model.ts';
import { usePreferences } from '#studio/preferences/preferences.store.ts';
import { Page } from '#studio/ui/page.tsx';
import classes from './settings-page.module.css';

/** How the studio looks for this person, in this browser. */
export function SettingsPage() {
  return (
    <Page title="Your settings" lead="Kept in this browser.">
      <div className={classes['choices']}>
        <Choice
          name="theme"
          label="Theme"
          hint="System follows your computer's light or dark setting."
          options={[
            ['system', 'System'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
        />
        <Choice
          name="density"
          label="Rows"
          hint="32 or 40 pixels high in tables."
          options={[
            ['compact', 'Compact'],
            ['comfortable', 'Comfortable'],
          ]}
        />
        <Choice
          name="times"
          label="Times"
          hint="As distance from now, or as date and time of day. The other one shows on hover."
          options={[
            ['relative', 'Relative'],
            ['exact', 'Exact'],
          ]}
        />
        <Choice
          name="rail"
          label="Rail"
          hint="The bar of sections at the left of wide screens."
          options={[
            ['wide', 'With names'],
            ['narrow', 'Icons only'],
          ]}
        />
      </div>
    </Page>
  );
}

interface ChoiceProps {
  readonly name: 'theme' | 'density' | 'times' | 'rail';
  readonly label: string;
  readonly hint: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

function Choice({ name, label, hint, options }: ChoiceProps) {
  const id = useId();
  const value = usePreferences((state) => state[name]);
  const set = usePreferences((state) => state.set);
  const choose = (chosen: string): void => set(parseChoice(name, chosen));
  return (
    <div className={classes['choice']}>
      <div>
        <p id={id} className={classes['label']}>
          {label}
        </p>
        <p className={classes['hint']}>{hint}</p>
      </div>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        onChange={choose}
        data={options.map(([each, shown]) => ({ value: each, label: shown }))}
      />
    </div>
  );
}

function parseChoice(name: ChoiceProps['name'], chosen: string): Partial<Preferences> {
  const parsed = preferences.parse({ [name]: chosen });
  return { [name]: parsed[name] };
}
