import classes from './workspace-mark.module.css';

interface WorkspaceMarkProps {
  readonly slug: string;
  readonly name: string;
}

/** A workspace's letters in a small square. Grey on purpose: hues belong to the data. */
export function WorkspaceMark({ slug, name }: WorkspaceMarkProps) {
  const words = name.split(/[\s\-_/]+/).filter((word) => word !== '');
  const letters =
    words.length > 1
      ? words
          .slice(0, 2)
          .map((word) => first(word, 1))
          .join('')
      : first(words[0] ?? slug, 2);
  return (
    <span className={classes['mark']} aria-hidden="true">
      {letters.toUpperCase()}
    </span>
  );
}

/** The first characters of a word, whole ones in any script. */
function first(word: string, count: number): string {
  return Array.from(word).slice(0, count).join('');
}
