import type { TableRow } from './fetch-rows.ts';

/** The rows as the table has them just now. */
export interface RowAccess {
  readonly count: number;
  /** Groups in all; `undefined` where nothing is grouped by. */
  readonly groups: number | undefined;
  readonly runAt: (index: number) => TableRow | undefined;
  /** Opens or closes what is below a row; nothing where nothing is. */
  readonly toggle: (index: number) => void;
}

export const noRows: RowAccess = {
  count: 0,
  groups: undefined,
  runAt: () => undefined,
  toggle: () => undefined,
};
