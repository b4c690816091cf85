import { useState } from 'react';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import classes from './viewers.module.css';

interface MediaArtifactProps {
  readonly kind: 'audio' | 'video';
  readonly name: string;
  readonly address: string;
}

/** Sound or film, fetched as it is played; or that this browser cannot play it. */
export function MediaArtifact({ kind, name, address }: MediaArtifactProps) {
  const [broken, setBroken] = useState(false);
  if (broken) {
    return (
      <EmptyState title={`This ${kind} could not be played`}>
        The browser does not know the format of {name}, or the file is damaged. Download it to play it with
        another program.
      </EmptyState>
    );
  }
  const shared = {
    className: classes['media'],
    src: address,
    controls: true,
    preload: 'metadata',
    'aria-label': name,
  } as const;
  return kind === 'audio' ? (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- what a program logged has no captions
    <audio {...shared} onError={() => setBroken(true)} />
  ) : (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- as above
    <video {...shared} onError={() => setBroken(true)} />
  );
}
