import { Problem } from '#contract/problem.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';

interface UnreadableProps {
  readonly name: string;
  /** What the file should have been: "a Parquet table". */
  readonly what: string;
  readonly error: Error;
  readonly onRetry: () => void;
}

/** A file that is gone, out of reach, or not what its name says. */
export function Unreadable({ name, what, error, onRetry }: UnreadableProps) {
  if (error instanceof Problem) {
    return error.code === 'not-found' ? (
      <EmptyState title="This file is not there any more">
        <code>{name}</code>
      </EmptyState>
    ) : (
      <ErrorState title="The file could not be read" error={error} onRetry={onRetry} />
    );
  }
  return (
    <EmptyState title={`This file could not be read as ${what}`}>
      {toSentence(error.message)} Download it to open it with another program.
    </EmptyState>
  );
}

/** Readers of formats say what they stumbled over in their own way. */
function toSentence(message: string): string {
  const text = message.trim().slice(0, 300);
  const ended = /[.!?]$/.test(text) ? text : `${text}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}
