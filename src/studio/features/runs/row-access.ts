import type { TableRow } from './fetch-rows.ts';

/** The rows as the table has them just now. */
export interface RowAccess {
  readonly count: number;
  /** Groups in all; `undefined` where nothing is grouped by. */
  readonly groups: number | undefined;
  /** Whether a row's number is its place in the search: nothing is grouped, and nothing open. */
  readonly flat: boolean;
  readonly runAt: (index: number) => TableRow | undefined;
  /** Opens or closes what is below a row; nothing where nothing is. */
  readonly toggle: (index: number) => void;
}

export const noRows: RowAccess = {
  count: 0,
  groups: undefined,
  flat: false,
  runAt: () => undefined,
  toggle: () => undefined,
};
