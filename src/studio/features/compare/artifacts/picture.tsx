import { useState } from 'react';
import classes from './files.module.css';

interface PictureProps {
  readonly name: string;
  readonly address: string;
}

/** A picture, or that it is none. */
export function Picture({ name, address }: PictureProps) {
  const [broken, setBroken] = useState<string>();
  if (broken === address) {
    return <p className={classes['quiet']}>The browser cannot read this file as a picture.</p>;
  }
  return (
    <img
      className={classes['picture']}
      src={address}
      alt={name}
      loading="lazy"
      onError={() => setBroken(address)}
    />
  );
}
