import { setBaseline } from '#contract/baselines.ts';
import { deleteRuns, searchRuns, updateRun } from '#contract/runs.ts';
import { beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { logRun, startBackend, type TestBackend } from '#studio/testing/backend.suite.ts';
import { openStudio, studioAddress } from '#studio/testing/studio.suite.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});

async function twoRuns(): Promise<{ slug: string; first: string; second: string }> {
  const slug = await backend.workspace('Duel');
  const tracking = backend.tracking(slug);
  const first = await logRun(tracking, {
    name: 'slow and steady',
    params: { lr: '0.01', depth: '4', seed: '7' },
    metrics: { loss: [1, 0.5, 0.25], accuracy: [0.5, 0.75] },
    end: 'FINISHED',
  });
  const second = await logRun(tracking, {
    name: 'fast and loose',
    params: { lr: '0.5', depth: '4', dropout: '0.1' },
    metrics: { loss: [1, 0.75], accuracy: [0.5, 0.75] },
    end: 'FINISHED',
  });
  return { slug, first, second };
}

/** The texts of the table, row by row, as a reader would say them. */
function readTable(): string[][] {
  const rows = page.getByRole('table', { name: 'Runs side by side' }).getByRole('row').elements();
  return rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()));
}

test('the table shows in columns what two runs differ in, and all of it when asked', async () => {
  const { slug, first, second } = await twoRuns();
  openStudio(`/w/${slug}/compare?runs=${first},${second}&tab=table`);
  await expect.element(page.getByRole('table', { name: 'Runs side by side' })).toBeVisible();
  const differing = [
    ['Parameter or metric', 'slow and steady', 'fast and loose'],
    ['Metrics'],
    ['loss', '★ best 0.25', '0.75'],
    ['Parameters'],
    ['lr', '0.01', '0.5'],
  ];
  expect(readTable()).toEqual(differing);
  await expect
    .element(page.getByText('Not shown: 5 rows in which all agree, 2 rows that only some runs logged'))
    .toBeVisible();

  await page.getByRole('switch', { name: 'Count not logged' }).click();
  await expect.element(page.getByRole('rowheader', { name: 'seed' })).toBeVisible();
  expect(readTable()).toContainEqual(['dropout', '–', '0.1']);

  await page.getByRole('switch', { name: 'Only what differs' }).click();
  await expect.element(page.getByRole('rowheader', { name: 'depth' })).toBeVisible();
  expect(readTable()).toContainEqual(['depth', '4', '4']);
  expect(readTable()).toContainEqual(['accuracy', '0.75', '0.75']);
  expect(studioAddress().searchParams.has('all')).toBe(true);
});

test('a run that is not there is told by its id, and can be taken out', async () => {
  const { slug, first, second } = await twoRuns();
  const gone = 'f'.repeat(32);
  openStudio(`/w/${slug}/compare?runs=${first},${gone},${second}`);
  await expect.element(page.getByText(gone)).toBeVisible();
  await expect.element(page.getByText(/^This run is not in this workspace/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove from the comparison', exact: true }).click();
  await expect.element(page.getByText(gone)).not.toBeInTheDocument();
  expect(studioAddress().searchParams.get('runs')).toBe(`${first},${second}`);
});

test('every metric of either run has a chart', async () => {
  const { slug, first, second } = await twoRuns();
  openStudio(`/w/${slug}/compare?runs=${first},${second}`);
  for (const metric of ['loss', 'accuracy']) {
    await expect
      .element(page.getByRole('application', { name: new RegExp(`^${metric} by step, 2 runs`) }))
      .toBeVisible();
  }
});

test('without runs the page offers the best ones, and how to choose', async () => {
  const { slug, first } = await twoRuns();
  openStudio(`/w/${slug}/compare`);
  await expect.element(page.getByRole('heading', { name: 'Best runs' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Choose runs' })).toBeVisible();
  await page.getByRole('link', { name: /^slow and steady/ }).click();
  await expect.poll(() => studioAddress().searchParams.get('runs')).toBe(first);
  await expect.element(page.getByRole('heading', { name: 'One run differs from nothing' })).toBeVisible();
});

test('a filter that matches nothing says so, and leads to where it can be changed', async () => {
  const { slug } = await twoRuns();
  openStudio(`/w/${slug}/compare?group=${encodeURIComponent('metrics.loss > 5')}`);
  await expect.element(page.getByRole('heading', { name: 'No run matches' })).toBeVisible();
  await expect.element(page.getByText('metrics.loss > 5')).toBeVisible();
});

test('a filter brings its runs, all of them counted; what is taken out stays out', async () => {
  const { slug, second } = await twoRuns();
  openStudio(`/w/${slug}/compare?group=${encodeURIComponent('metrics.loss < 5')}&tab=table`);
  await expect.element(page.getByText('2 shown · 2 match · 2 total')).toBeVisible();
  await page.getByRole('listitem').filter({ hasText: 'slow and steady' }).hover();
  await page.getByRole('button', { name: 'Remove slow and steady from the comparison' }).click();
  await expect.poll(() => studioAddress().searchParams.get('runs')).toBe(second);
  expect(studioAddress().searchParams.has('group')).toBe(false);
});

test('the baseline of the experiment stands beside the runs, first, until it is put aside', async () => {
  const { slug, first, second } = await twoRuns();
  const params = { workspace: slug };
  const { rows } = await backend.client.call(searchRuns, { params, body: {} });
  const experimentId = rows[0]!.experimentId;
  await backend.client.call(setBaseline, {
    params: { ...params, experimentId },
    body: { runId: second },
  });
  openStudio(`/w/${slug}/compare?runs=${first}&tab=table`);
  await expect.element(page.getByRole('row', { name: /^loss/ })).toBeVisible();
  expect(readTable()[0]).toEqual(['Parameter or metric', 'fast and loosebaseline', 'slow and steady']);
  await expect
    .element(page.getByRole('cell', { name: /best 0\.25 −66\.7 % , better than the baseline/ }))
    .toBeVisible();
  await page.getByRole('listitem').filter({ hasText: 'fast and loose' }).hover();
  await page.getByRole('button', { name: 'Measure against fast and loose' }).click();
  await expect.element(page.getByRole('heading', { name: 'One run differs from nothing' })).toBeVisible();
  expect(studioAddress().searchParams.get('baseline')).toBe('none');
});

test('runs renamed and moved to the trash while shown are followed', async () => {
  const { slug, first, second } = await twoRuns();
  openStudio(`/w/${slug}/compare?runs=${first},${second}&tab=table`);
  await expect.element(page.getByRole('columnheader', { name: 'slow and steady' })).toBeVisible();
  await backend.client.call(updateRun, {
    params: { workspace: slug, runId: first },
    body: { name: '<script>alert(1)</script>' },
  });
  await expect.element(page.getByRole('columnheader', { name: '<script>alert(1)</script>' })).toBeVisible();
  await backend.client.call(deleteRuns, { params: { workspace: slug }, body: { runIds: [second] } });
  await expect.element(page.getByText('in the trash')).toBeVisible();
  await expect.element(page.getByRole('rowheader', { name: 'lr' })).toBeVisible();
});

test('five hundred runs are listed and laid out, those beyond are counted', async () => {
  const slug = await backend.workspace('Many');
  const tracking = backend.tracking(slug);
  const ids = [
    await logRun(tracking, { name: 'real', params: { lr: '1' }, metrics: { loss: [1] }, end: 'FINISHED' }),
    ...Array.from({ length: 502 }, (_none, index) => index.toString(16).padStart(32, '0')),
  ];
  openStudio(`/w/${slug}/compare?runs=${ids.join(',')}&tab=table&all=1`);
  await expect.element(page.getByText('The first 500 runs are compared; 3 more are left out.')).toBeVisible();
  await expect.element(page.getByText(/^These 499 runs are not in this workspace/)).toBeVisible();
  await expect.element(page.getByRole('rowheader', { name: 'lr' })).toBeVisible();
});

test('runs chosen in the list are kept, by key alone', async () => {
  const { slug, first, second } = await twoRuns();
  openStudio(`/w/${slug}/compare?runs=${first},${second}&tab=table`);
  await expect.element(page.getByRole('columnheader', { name: 'slow and steady' })).toBeVisible();
  await userEvent.keyboard('jjx');
  await expect.element(page.getByText('1 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Keep only these' }).click();
  await expect.poll(() => studioAddress().searchParams.get('runs')).toBe(second);
});

test('cells are walked by arrow keys', async () => {
  const { slug, first, second } = await twoRuns();
  openStudio(`/w/${slug}/compare?runs=${first},${second}&tab=table`);
  const region = page.getByRole('region', { name: 'Runs side by side' });
  await expect.element(region).toBeVisible();
  region.element().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowDown}');
  expect(document.activeElement?.getAttribute('data-copy')).toBe('0.5');
});

test('two groups of one run each are told to be too few', async () => {
  const { slug, first, second } = await twoRuns();
  openStudio(`/w/${slug}/compare?runs=${first},${second}&tab=groups`);
  await expect.element(page.getByRole('region', { name: 'Groups by loss' })).toBeVisible();
  const words = '0.5 higher, which would be worse, but one run tells nothing of the spread.';
  const warning = 'Rests on 1 run: three or more are needed to say anything.';
  await expect.element(page.getByRole('cell', { name: `${words} ${warning}` })).toBeVisible();
});

test('code, files and logs that nobody logged are explained', async () => {
  const { slug, first, second } = await twoRuns();
  openStudio(`/w/${slug}/compare?runs=${first},${second}&tab=code`);
  await expect.element(page.getByText('Neither run says which commit it was made from.')).toBeVisible();
  await expect
    .element(page.getByRole('heading', { name: /^None of these runs logged its source/ }))
    .toBeVisible();
  await page.getByRole('tab', { name: 'Artifacts' }).click();
  await expect.element(page.getByRole('heading', { name: 'None of these runs has files' })).toBeVisible();
  await page.getByRole('tab', { name: 'Logs' }).click();
  await expect.element(page.getByRole('heading', { name: 'None of these runs has a log' })).toBeVisible();
});

test('files of one path are compared as their kind asks for, packages among the rows', async () => {
  const slug = await backend.workspace('Files');
  const tracking = backend.tracking(slug);
  const experimentId = await tracking.experiment('trials');
  const runIds: string[] = [];
  for (const version of ['1.26.4', '2.0.1']) {
    const started = { experimentId, name: `numpy ${version}`, startTimeMs: Date.now(), tags: [] };
    const { runId, artifactFolder } = await tracking.startRun(started);
    await tracking.logArtifact(artifactFolder, 'requirements.txt', `numpy==${version}\nscipy==1.12\n`);
    await tracking.logArtifact(
      artifactFolder,
      'config.json',
      `{"net": {"width": ${version.length}, "v": "${version}"}}`,
    );
    await tracking.logArtifact(artifactFolder, 'scores.csv', `id,score\na,1\nb,${version.slice(0, 1)}\n`);
    runIds.push(runId);
  }
  openStudio(`/w/${slug}/compare?runs=${runIds.join(',')}&tab=setup`);
  await expect.element(page.getByRole('row', { name: 'numpy 1.26.4 2.0.1' })).toBeVisible();
  await expect.element(page.getByRole('rowheader', { name: 'scipy' })).not.toBeInTheDocument();

  await page.getByRole('tab', { name: 'Artifacts' }).click();
  await page.getByRole('button', { name: /^config\.json/ }).click();
  await expect.element(page.getByRole('row', { name: 'net.v 1.26.4 2.0.1' })).toBeVisible();
  await expect.element(page.getByRole('rowheader', { name: 'net.width' })).toBeVisible();

  await page.getByRole('button', { name: /^scores\.csv/ }).click();
  await expect.element(page.getByText('1 of 2 rows differ')).toBeVisible();
  await expect.element(page.getByRole('row', { name: 'b 1 2 ▲ +1' })).toBeVisible();
});
