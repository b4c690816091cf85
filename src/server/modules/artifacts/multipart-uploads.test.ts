import { expect, it } from 'vitest';
import { createTestServer } from '#server/protocols/mlflow/mlflow-client.suite.ts';
import { createMultipartUploads } from './multipart-uploads.ts';

const dayMs = 24 * 60 * 60 * 1000;
const actor = { personId: 'ada', name: 'Ada', via: 'mlflow' } as const;

it('uploads that nobody completes are removed with their parts after a week, at the next that is opened', async () => {
  const { app, ports } = await createTestServer();
  const workspace = await app.services.workspaces.bySlug('default');
  const startMs = ports.clock.nowMs();
  const time = { nowMs: startMs };
  const clock = { ...ports.clock, nowMs: () => time.nowMs };
  const uploads = createMultipartUploads({ ...ports, clock });
  const open = async () => uploads.create(workspace, '0/run/artifacts/big', 2, actor);
  const old = await open();
  await uploads.putPart(old, 1, new Blob(['a part']).stream());
  time.nowMs = startMs + dayMs;
  const younger = await open();

  time.nowMs = startMs + 7 * dayMs;
  await uploads.sweepOld();
  expect(await ports.blobs.size(`.uploads/${old}/1`)).toBe(6);
  time.nowMs = startMs + 8 * dayMs;
  await open();
  expect(await ports.blobs.size(`.uploads/${old}/1`)).toBeUndefined();
  const part = () => new Blob(['x']).stream();
  await expect(uploads.putPart(old, 1, part())).rejects.toMatchObject({ code: 'not-found' });
  await expect(uploads.putPart(younger, 1, part())).resolves.toMatchObject({ size: 1 });
});
