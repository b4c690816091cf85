import { create } from 'zustand';

interface ShellState {
  /** What covers the page, if anything. */
  readonly overlay: 'palette' | 'keys' | undefined;
}

export const useShell = create<ShellState>()(() => ({ overlay: undefined }));

export function openOverlay(overlay: 'palette' | 'keys'): void {
  useShell.setState({ overlay });
}

export function closeOverlay(): void {
  useShell.setState({ overlay: undefined });
}
