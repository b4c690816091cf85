import type { Span } from '#domain/filter/filter-ast.ts';
import type { RefObject } from 'react';
import classes from './filter-bar.module.css';
import { FilterMarks } from './filter-marks.tsx';
import type { useFilterField } from './use-filter-field.ts';
import { filterFieldId } from './use-runs-keys.ts';

interface FilterInputProps {
  readonly field: ReturnType<typeof useFilterField>;
  readonly input: RefObject<HTMLInputElement | null>;
  /** Of the list with what may come. */
  readonly listId: string;
  /** Of what is said about the text. */
  readonly hintId: string;
  /** What is underlined. */
  readonly marked: Span | undefined;
  readonly invalid: boolean;
  readonly onFocus: () => void;
}

/** The text of the filter, its wrong part underlined. */
export function FilterInput({ field, input, listId, hintId, marked, invalid, onFocus }: FilterInputProps) {
  const { text, open, active } = field;
  return (
    <div className={classes['text']}>
      <FilterMarks text={text} span={marked} field={input} />
      <input
        ref={input}
        id={filterFieldId}
        type="text"
        role="combobox"
        aria-label="Filter runs"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="list"
        aria-invalid={invalid}
        aria-describedby={hintId}
        aria-activedescendant={active === undefined ? undefined : `${listId}-${active}`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder="metrics.val_loss < 0.1 AND params.lr >= 0.01, or any words"
        className={classes['input']}
        value={text}
        onChange={({ currentTarget: { value, selectionStart } }) =>
          field.write(value, selectionStart ?? value.length)
        }
        onSelect={(event) => field.setCursor(event.currentTarget.selectionStart ?? 0)}
        onKeyDown={field.press}
        onFocus={onFocus}
      />
    </div>
  );
}
