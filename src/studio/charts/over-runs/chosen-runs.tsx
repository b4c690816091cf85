import { Button } from '@mantine/core';

interface ChosenRunsProps {
  readonly runIds: readonly string[];
  readonly onKeep: ((runIds: readonly string[]) => void) | undefined;
  readonly onSelect: ((runIds: readonly string[]) => void) | undefined;
}

/** What to do with the runs that were drawn around or brushed; nothing while there is none. */
export function ChosenRuns({ runIds, onKeep, onSelect }: ChosenRunsProps) {
  if (runIds.length === 0) return null;
  return (
    <>
      {onKeep !== undefined && (
        <Button size="compact-sm" onClick={() => onKeep(runIds)}>
          Keep only these
        </Button>
      )}
      {onSelect !== undefined && (
        <Button size="compact-sm" variant="default" onClick={() => onSelect(runIds)}>
          Select in the list
        </Button>
      )}
    </>
  );
}
