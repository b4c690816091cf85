import { create } from 'zustand';
import type { LiveState } from './live-connection.ts';

interface LiveStore {
  /** `undefined` outside a workspace, where nothing is watched. */
  readonly state: LiveState | undefined;
}

/** How the stream of the workspace on screen is doing. */
export const useLive = create<LiveStore>()(() => ({ state: undefined }));
