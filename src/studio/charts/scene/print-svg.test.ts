import { expect, test } from 'vitest';
import { printSvg } from './print-svg.ts';
import type { Scene } from './scene.ts';

const look = { background: '#fff', font: 'Inter "x"', title: '<script>alert(1)</script>' };

function sceneOf(marks: Scene['data']): Scene {
  const frame = { left: 10, top: 5, width: 80, height: 40 };
  return { size: { width: 100, height: 50 }, frame, back: [], data: marks, front: [] };
}

test('paths, circles and texts are printed, and the data is cut off at the frame', () => {
  const text = printSvg(
    sceneOf([
      {
        kind: 'path',
        trace: (pen) => {
          pen.moveTo(1, 2);
          pen.lineTo(3.14821, 4);
          pen.arc(5, 5, 2, 0, 7);
          pen.closePath();
        },
        stroke: '#123456',
        dash: [2, 1],
      },
      { kind: 'text', text: 'a < b & "c"', x: 1, y: 2, colour: 'red', align: 'end' },
    ]),
    look,
  );
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  expect(parsed.querySelector('path')?.getAttribute('d')).toBe(
    'M1 2L3.15 4M7 5a2 2 0 1 1 -4 0a2 2 0 1 1 4 0Z',
  );
  expect(parsed.querySelector('path')?.getAttribute('stroke-dasharray')).toBe('2 1');
  expect(parsed.querySelector('text')?.textContent).toBe('a < b & "c"');
  expect(parsed.querySelector('g')?.getAttribute('clip-path')).toBe('url(#frame)');
  expect(parsed.querySelector('title')?.textContent).toBe(look.title);
  expect(parsed.querySelector('script')).toBeNull();
});

test('characters that XML has no place for do not break the file', () => {
  const text = printSvg(
    sceneOf([{ kind: 'text', text: 'a\u0000b\u001Fc', x: 0, y: 0, colour: 'red' }]),
    look,
  );
  expect(new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')).toBeNull();
});
