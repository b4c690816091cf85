import { Slider } from '@mantine/core';
import { useState } from 'react';
import type { PictureLook } from '../compare-view.model.ts';
import classes from './files.module.css';

interface Named {
  readonly name: string;
  readonly address: string;
}

interface StackedPicturesProps {
  readonly look: PictureLook;
  readonly before: Named;
  readonly after: Named;
}

/** Two pictures over each other: cut by a line, faded into each other, or their difference alone. */
export function StackedPictures({ look, before, after }: StackedPicturesProps) {
  const [share, setShare] = useState(50);
  const [broken, setBroken] = useState<string>();
  const style =
    look === 'wipe'
      ? { clipPath: `inset(0 0 0 ${share}%)` }
      : look === 'onion'
        ? { opacity: share / 100 }
        : undefined;
  return (
    <>
      {look !== 'difference' && (
        <Slider
          className={classes['slider'] ?? ''}
          thumbLabel={
            look === 'wipe'
              ? `Where ${before.name} ends and ${after.name} begins`
              : `How much of ${after.name} is seen`
          }
          label={(value) => `${value} %`}
          value={share}
          onChange={setShare}
        />
      )}
      {broken !== undefined && (
        <p className={classes['quiet']}>The browser cannot read the file of {broken} as a picture.</p>
      )}
      <div className={classes['stack']} data-look={look}>
        <img src={before.address} alt={before.name} onError={() => setBroken(before.name)} />
        <img src={after.address} alt={after.name} style={style} onError={() => setBroken(after.name)} />
      </div>
      {look === 'difference' && (
        <p className={classes['quiet']}>
          Black: the two are the same there. The brighter, the further apart.
        </p>
      )}
    </>
  );
}
