import { create } from 'zustand';

interface PanelSlotState {
  readonly element: HTMLElement | null;
}

/** Where side panels stand: beside the page. The shell says where that is. */
export const usePanelSlot = create<PanelSlotState>()(() => ({ element: null }));

/** A ref for the element that side panels are put into. */
export function panelSlotRef(element: HTMLElement | null): void {
  usePanelSlot.setState({ element });
}
