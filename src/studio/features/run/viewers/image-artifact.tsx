import { useState } from 'react';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import classes from '../artifacts.module.css';

interface ImageArtifactProps {
  readonly name: string;
  readonly address: string;
}

/** A picture, or that it is none. */
export function ImageArtifact({ name, address }: ImageArtifactProps) {
  const [broken, setBroken] = useState(false);
  if (broken) {
    return (
      <EmptyState title="This picture could not be shown">
        The browser cannot read {name} as a picture: it may be damaged, cut short, or gone. Download it to
        look at it with another program.
      </EmptyState>
    );
  }
  return <img className={classes['image']} src={address} alt={name} onError={() => setBroken(true)} />;
}
