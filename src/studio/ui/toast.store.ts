import { create } from 'zustand';

export interface ToastInput {
  /** What happened: "Archived Vision". */
  readonly message: string;
  readonly kind?: 'done' | 'failed';
  /** Takes it back; the toast stays longer and offers it. */
  readonly undo?: () => void;
}

export interface Toast extends ToastInput {
  readonly id: number;
}

interface ToastState {
  readonly toasts: readonly Toast[];
}

const keptAtOnce = 4;
let nextId = 1;

export const useToasts = create<ToastState>()(() => ({ toasts: [] }));

/** Tells what happened, at the edge of the screen, with a way back where there is one. */
export function toast(input: ToastInput): void {
  const shown = { ...input, id: nextId };
  nextId += 1;
  // One way back at a time, that of the newest action: two buttons named Undo would be mistaken for each other.
  const stays = ({ undo }: Toast): boolean => input.undo === undefined || undo === undefined;
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.filter(stays), shown].slice(-keptAtOnce) }));
}

/** Takes back what the notice on screen offers to take back, if there is one. */
export function undoNewest(): void {
  const offered = useToasts.getState().toasts.findLast(({ undo }) => undo !== undefined);
  if (offered === undefined) return;
  dismissToast(offered.id);
  offered.undo?.();
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((each) => each.id !== id) }));
}
