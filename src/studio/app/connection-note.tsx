import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Duration } from '../ui/duration.tsx';
import classes from './connection-note.module.css';
import { useConnection } from '../live/connection.store.ts';

/** Says so while the server does not answer, and brings everything up to date once it does. */
export function ConnectionNote() {
  const lostAtMs = useConnection((state) => state.lostAtMs);
  const queries = useQueryClient();
  const wasLost = useRef(false);
  useEffect(() => {
    if (wasLost.current && lostAtMs === undefined) void queries.invalidateQueries();
    wasLost.current = lostAtMs !== undefined;
  }, [lostAtMs, queries]);
  if (lostAtMs === undefined) return null;
  return (
    <div className={classes['note']} role="alert">
      <IconPlugConnectedX size={16} aria-hidden="true" />
      <span className={classes['text']}>
        Atelier has not answered for <Duration startedAtMs={lostAtMs} endedAtMs={null} />. You see what was
        known before.
      </span>
      <Button variant="default" size="xs" onClick={() => void queries.refetchQueries({ type: 'active' })}>
        Try now
      </Button>
    </div>
  );
}
