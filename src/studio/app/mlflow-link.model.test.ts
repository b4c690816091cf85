import { describe, expect, it } from 'vitest';
import { fromMlflowLink } from './mlflow-link.model.ts';

describe('fromMlflowLink', () => {
  it.each([
    ['/', '#/experiments/3/runs/4f0a', '/w/default/runs/4f0a'],
    ['/', '#/experiments/3/runs/4f0a?workspace=vision', '/w/vision/runs/4f0a'],
    ['/ws/vision/', '#/experiments/3/runs/4f0a', '/w/vision/runs/4f0a'],
    ['/ws/vision', '#/experiments/3', '/w/vision/runs?experiments=3'],
    ['/', '#/experiments/0', '/w/default/runs?experiments=0'],
    ['/ws/vision', '', '/w/vision'],
  ])('%s%s leads to %s', (pathname, hash, path) => {
    expect(fromMlflowLink({ pathname, hash })).toBe(path);
  });

  it.each([
    ['/', ''],
    ['/', '#/w/vision/runs'],
    ['/w/vision/runs', '#/experiments/3'],
    ['/ws/vision/api/2.0/mlflow', ''],
  ])('%s%s is no such link', (pathname, hash) => {
    expect(fromMlflowLink({ pathname, hash })).toBeUndefined();
  });
});
