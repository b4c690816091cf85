/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role -- the list of a combobox, as ARIA has it */
import { formatInteger } from '#studio/ui/number.model.ts';
import classes from './filter-bar.module.css';
import type { Suggestion } from './suggest.model.ts';

interface SuggestionsProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number | undefined;
  readonly onTake: (suggestion: Suggestion) => void;
}

export function Suggestions({ id, suggestions, active, onTake }: SuggestionsProps) {
  return (
    <ul id={id} role="listbox" aria-label="What may come here" className={classes['list']}>
      {suggestions.map((suggestion, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the keys
        <li
          key={`${suggestion.label} ${suggestion.text}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={classes['option']}
          // The field must keep the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <code>{suggestion.label}</code>
          {suggestion.note !== undefined && <span className={classes['note']}>{suggestion.note}</span>}
          {suggestion.runs !== undefined && (
            <span className={classes['runs']}>
              {formatInteger(suggestion.runs)} {suggestion.runs === 1 ? 'run' : 'runs'}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
