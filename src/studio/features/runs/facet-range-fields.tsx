import { useState } from 'react';
import type { FacetRange } from './facet-clause.model.ts';
import classes from './facets.module.css';

interface FacetRangeFieldsProps {
  readonly name: string;
  readonly isTime: boolean;
  readonly range: FacetRange | undefined;
  readonly onRange: (range: FacetRange | undefined) => void;
}

const dayMs = 86_400_000;

/** The range in two fields; it holds once both say something that fits. */
export function FacetRangeFields(props: FacetRangeFieldsProps) {
  const { range } = props;
  return <Fields key={`${range?.from} ${range?.to}`} {...props} />;
}

function Fields({ name, isTime, range, onRange }: FacetRangeFieldsProps) {
  const [from, setFrom] = useState(textOf(range?.from, isTime));
  // The last day belongs to the range that people say.
  const [to, setTo] = useState(
    textOf(range === undefined ? undefined : range.to - (isTime ? dayMs : 0), isTime),
  );
  const apply = (): void => {
    const [low, high] = [numberOf(from, isTime), numberOf(to, isTime)];
    if (low === undefined || high === undefined) return;
    const end = isTime ? high + dayMs : high;
    if (low < end && (low !== range?.from || end !== range.to)) onRange({ from: low, to: end });
  };
  const type = isTime ? 'date' : 'number';
  return (
    <form
      className={classes['range']}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <input
        type={type}
        step="any"
        aria-label={`${name} from`}
        placeholder="from"
        value={from}
        onBlur={apply}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <span aria-hidden="true">–</span>
      <input
        type={type}
        step="any"
        aria-label={isTime ? `${name} to` : `${name} below`}
        placeholder={isTime ? 'to' : 'below'}
        value={to}
        onBlur={apply}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      {/* Enter in a field applies. */}
      <button type="submit" hidden>
        Apply
      </button>
    </form>
  );
}

function textOf(value: number | undefined, isTime: boolean): string {
  if (value === undefined) return '';
  return isTime ? new Date(value).toISOString().slice(0, 10) : String(Number(value.toPrecision(6)));
}

function numberOf(text: string, isTime: boolean): number | undefined {
  const value = isTime ? Date.parse(text) : Number(text);
  return text === '' || Number.isNaN(value) ? undefined : value;
}
