import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CrosshairContext, createCrosshairStore } from '../crosshair.store.ts';
import { LineChart } from './line-chart.tsx';
import { drawn } from './lines.suite.ts';
import type { Zoom } from './zoom.model.ts';

const lines = [drawn('steady', [1, 1, 1], { every: 10 }), drawn('rising', [2, 4, 8], { every: 10 })];
const store = createCrosshairStore();
const zoomed = vi.fn<(zoom: Zoom) => void>();
const reset = vi.fn<() => void>();
let host: HTMLElement;
let root: Root;

beforeEach(async () => {
  // What React asks of those who call act().
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  host = document.createElement('div');
  host.style.cssText = 'width: 400px; height: 200px; position: relative';
  document.body.append(host);
  root = createRoot(host);
  await act(async () =>
    root.render(
      <CrosshairContext value={store}>
        <LineChart
          chartId="loss"
          label="loss by step, 2 runs"
          lines={lines}
          view={{ x: 'step', log: false }}
          onZoom={zoomed}
          onReset={reset}
        />
      </CrosshairContext>,
    ),
  );
});

afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
  zoomed.mockReset();
  reset.mockReset();
});

const chart = () => host.querySelector<HTMLElement>('[role=application]')!;
const spoken = () => host.querySelector('[aria-live]')?.textContent;
const press = async (key: string) =>
  act(async () => chart().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));

test('the keyboard walks by point and by run, and says where it is', async () => {
  await press('ArrowLeft');
  expect(spoken()).toBe('rising, step 20: 8');
  await press('ArrowLeft');
  expect(spoken()).toBe('rising, step 10: 4');
  await press('ArrowDown');
  expect(spoken()).toBe('steady, step 10: 1');
  await press('Home');
  expect(spoken()).toBe('steady, step 0: 1');
  expect(store.getState()).toMatchObject({ runId: 'steady', at: { axis: 'step', x: 0 } });
  await press('Escape');
  expect(store.getState().at).toBeUndefined();
});

test('plus zooms around the crosshair, 0 shows all', async () => {
  await press('ArrowLeft');
  await press('ArrowLeft');
  await press('+');
  expect(zoomed).toHaveBeenCalledWith({ x: [5, 15] });
  await press('0');
  expect(reset).toHaveBeenCalledOnce();
});

test('space holds the crosshair where it is', async () => {
  await press('ArrowLeft');
  await press(' ');
  expect(store.getState().frozen).toBe(true);
  await press('Escape');
});

test('a pointer snaps to the nearest run, and is not told aloud', async () => {
  const bounds = chart().getBoundingClientRect();
  const place = { clientX: bounds.right - 16, clientY: bounds.top + 12, bubbles: true, pointerType: 'mouse' };
  await act(async () => chart().dispatchEvent(new PointerEvent('pointermove', place)));
  expect(store.getState()).toMatchObject({ runId: 'rising', at: { x: 20 }, byKey: false });
  expect(spoken()).toBe('');
  expect(host.textContent).toContain('Step 20');
  await act(async () => chart().dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' })));
  expect(store.getState().runId).toBeUndefined();
});

test('a drag draws a box and zooms to it', async () => {
  const bounds = chart().getBoundingClientRect();
  const mouse = (type: string, left: number, top: number) =>
    new PointerEvent(type, {
      clientX: bounds.left + left,
      clientY: bounds.top + top,
      pointerType: 'mouse',
      pointerId: 1,
    });
  // A made-up pointer cannot be captured.
  chart().setPointerCapture = () => undefined;
  await act(async () => {
    chart().dispatchEvent(mouse('pointerdown', 100, 40));
    chart().dispatchEvent(mouse('pointermove', 300, 45));
    chart().dispatchEvent(mouse('pointerup', 300, 45));
  });
  expect(zoomed).toHaveBeenCalledOnce();
  const [zoom] = zoomed.mock.calls[0]!;
  expect(zoom.x![0]).toBeLessThan(zoom.x![1]);
  expect(zoom.y).toBeUndefined();
});

test('a veil lies over the other lines while one run stands out, and goes with it', async () => {
  const overlay = host.querySelector<HTMLCanvasElement>('canvas[hidden]')!;
  await act(async () => store.setState({ runId: 'rising' }));
  await vi.waitFor(() => expect(overlay.hidden).toBe(false));
  const [, , , opacity] = overlay
    .getContext('2d')!
    .getImageData(overlay.width / 2, overlay.height * 0.2, 1, 1).data;
  expect(opacity).toBeGreaterThan(180);
  expect(opacity).toBeLessThan(230);
  await act(async () => store.setState({ runId: undefined }));
  await vi.waitFor(() => expect(overlay.hidden).toBe(true));
});
