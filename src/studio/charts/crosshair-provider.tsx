import { type ReactNode, useState } from 'react';
import { CrosshairContext, createCrosshairStore } from './crosshair.store.ts';

/** Links the crosshairs of all charts below. */
export function CrosshairProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(createCrosshairStore);
  return <CrosshairContext value={store}>{children}</CrosshairContext>;
}
