import { expect, test } from 'vitest';
import { firstRunSnippet, logSnippet, trackingUri, workspaceSnippet } from './log-snippet.model.ts';

const origin = 'http://127.0.0.1:4600';

test('the default workspace is the bare address, every other one a path below it', () => {
  expect(trackingUri(origin, 'default')).toBe(origin);
  expect(trackingUri(origin, 'vision')).toBe(`${origin}/ws/vision`);
});

test('every snippet names the address of its workspace', () => {
  expect(logSnippet(origin, 'vision')).toContain(`set_tracking_uri("${origin}/ws/vision")`);
  expect(firstRunSnippet(origin, 'default')).toContain(`set_tracking_uri("${origin}")`);
});

test('only workspaces with a name of their own are set by name', () => {
  expect(workspaceSnippet(origin, 'default')).toBeUndefined();
  expect(workspaceSnippet(origin, 'vision')).toContain('mlflow.set_workspace("vision")');
});
