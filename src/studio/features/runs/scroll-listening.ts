/** Listeners that read where a table stands come before those that draw its rows: read later, it is laid out twice. */
export const beforeDrawing: AddEventListenerOptions = { passive: true, capture: true };
