import type { Direction } from '#domain/metric/direction.ts';
import { type Column, columnId } from './column.model.ts';
import { isName, moveColumn } from './column-layout.model.ts';
import type { ColumnChoice, RunsView } from './runs-view.model.ts';

/** Changes of the columns. `choices` are those shown now, chosen or usual: from then on they are chosen. */
type ChangeColumns = (view: RunsView, choices: readonly ColumnChoice[]) => RunsView;

const nameColumn: Column = { kind: 'own', name: 'name' };

/** The name stands in the list only once it has a width of its own. */
export function resized(column: Column, width: number): ChangeColumns {
  const id = columnId(column);
  return (view, choices) => {
    const known = choices.some((choice) => columnId(choice.column) === id);
    const all: readonly ColumnChoice[] = known ? choices : [{ column: nameColumn }, ...choices];
    return {
      ...view,
      columns: all.map((choice) => (columnId(choice.column) === id ? { ...choice, width } : choice)),
    };
  };
}

/** To a position among all columns but the name, the pinned ones first. */
export function moved(column: Column, position: number): ChangeColumns {
  return (view, choices) => {
    const names = choices.filter((choice) => isName(choice.column));
    const isPinned = (choice: ColumnChoice): boolean => view.pinned.includes(columnId(choice.column));
    const others = choices.filter((choice) => !isName(choice.column));
    const ordered = [...others.filter(isPinned), ...others.filter((choice) => !isPinned(choice))];
    const from = ordered.findIndex((choice) => columnId(choice.column) === columnId(column));
    return { ...view, columns: [...names, ...moveColumn(ordered, from, position)] };
  };
}

export function shown(column: Column, show: boolean): ChangeColumns {
  const id = columnId(column);
  return (view, choices) => {
    const others = choices.filter((choice) => columnId(choice.column) !== id);
    return {
      ...view,
      columns: show ? [...others, { column }] : others,
      pinned: show ? view.pinned : view.pinned.filter((each) => each !== id),
    };
  };
}

/** Another column in the place of one: the same metric, another summary. */
export function replaced(column: Column, next: Column): ChangeColumns {
  const id = columnId(column);
  const nextId = columnId(next);
  return (view, choices) => ({
    ...view,
    columns: choices
      .filter((choice) => columnId(choice.column) !== nextId || nextId === id)
      .map((choice) => (columnId(choice.column) === id ? { column: next } : choice)),
    pinned: view.pinned.map((each) => (each === id ? nextId : each)),
  });
}

export function pinned(column: Column, pin: boolean): ChangeColumns {
  const id = columnId(column);
  return (view, choices) => {
    const others = view.pinned.filter((each) => each !== id);
    return { ...view, columns: choices, pinned: pin ? [...others, id] : others };
  };
}

/** Behind another column, such as the course of its metric. */
export function addedBehind(column: Column, next: Column): ChangeColumns {
  const nextId = columnId(next);
  return (view, choices) => {
    const others = choices.filter((choice) => columnId(choice.column) !== nextId);
    const at = others.findIndex((choice) => columnId(choice.column) === columnId(column));
    return { ...view, columns: others.toSpliced(at + 1, 0, { column: next }) };
  };
}

/** A leaderboard: the best value of a metric in front, and runs (or groups) in its order. */
export function ranked(metric: string, direction: Direction): ChangeColumns {
  const column: Column = { kind: 'metrics', key: metric, summary: 'best' };
  const id = columnId(column);
  return (view, choices) => ({
    ...view,
    as: 'ranked',
    sort: [{ column, descending: direction !== 'down' }],
    columns: [
      ...choices.filter((choice) => isName(choice.column)),
      { column },
      ...choices.filter((choice) => !isName(choice.column) && columnId(choice.column) !== id),
    ],
    pinned: [id, ...view.pinned.filter((each) => each !== id)],
  });
}
