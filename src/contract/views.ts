import { z } from 'zod';
import { documentHead, documentId, documentVersion, visibility } from './documents.ts';
import { displayName } from './display-name.ts';
import { operation } from './operation.ts';
import { workspaceSlug } from './workspaces.ts';

const inWorkspace = z.object({ workspace: workspaceSlug });
const ofView = inWorkspace.extend({ viewId: documentId });

export const viewScreens = ['runs', 'compare'] as const;
export const viewScreen = z.enum(viewScreens);
export type ViewScreen = z.output<typeof viewScreen>;

const text = z.string().max(20_000);
const texts = z.array(text).max(2000);

const viewColumn = z.object({
  /** A value term, such as `metrics.loss`, `min(metrics.loss)` or `params.lr`; or a column of the screen's own. */
  term: text,
  /** Pixels; absent: the usual width. */
  width: z.number().int().min(20).max(4000).optional(),
});

/**
 * What a screen shows and how, as one document: to be kept, sent, put under version control. Every part is optional:
 * what is absent is as usual. `rest` holds what the screen's address says beyond the named parts, so that nothing is
 * lost while screens grow.
 */
export const viewDocument = z.object({
  version: z.literal(1),
  screen: viewScreen,
  /** Ids of experiments; none: all of the workspace. */
  experiments: texts.optional(),
  lifecycle: z.enum(['active', 'deleted', 'all']).optional(),
  filter: text.optional(),
  /** The first counts most; a leading `-` is from the greatest down. */
  order: texts.optional(),
  columns: z.array(viewColumn).max(500).optional(),
  pinned: texts.optional(),
  groupBy: texts.optional(),
  /** How runs are laid out: as a list, a tree of children, a leaderboard. */
  as: text.optional(),
  density: text.optional(),
  facets: texts.optional(),
  /** Run ids that are ticked (table) or compared (compare). */
  runs: texts.optional(),
  hidden: texts.optional(),
  /** Overrides the experiment's own. A run id. */
  baseline: text.optional(),
  tab: text.optional(),
  charts: z
    .object({
      x: text.optional(),
      /** How lines are smoothed, and what of each bucket they go through, as the charts write it. */
      smoothing: text.optional(),
      line: text.optional(),
      /** The area and the middle of a group of runs. */
      band: text.optional(),
      centre: text.optional(),
      logarithmic: z.boolean().optional(),
      search: text.optional(),
      /** Charts side by side. */
      columns: z.number().int().min(0).max(24).optional(),
      full: text.optional(),
      /** The part of x that is shown, `from..to`. */
      zoom: text.optional(),
      /** The part of x or y that one metric's chart shows, `from..to..metric`. */
      xZooms: texts.optional(),
      yZooms: texts.optional(),
      closedSections: texts.optional(),
      asTables: texts.optional(),
      /** Metrics whose cards come first, and how cards were moved and sized, as the charts write it. */
      pinned: texts.optional(),
      moves: texts.optional(),
      sizes: texts.optional(),
    })
    .optional(),
  rest: z.record(z.string().max(100), texts).optional(),
});
export type ViewDocument = z.output<typeof viewDocument>;

export const savedView = documentHead.extend({
  viewId: z.string(),
  screen: viewScreen,
  /** Experiments whose Runs page opens with it. */
  defaultOf: z.array(z.string()),
});
export type SavedView = z.output<typeof savedView>;

export const savedViewWithDocument = savedView.extend({ document: viewDocument });
export type SavedViewWithDocument = z.output<typeof savedViewWithDocument>;

export const listViews = operation('views.list', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/views',
  summary: 'Saved views: the shared ones and the caller’s own, last changed first.',
  who: 'reader',
  params: inWorkspace,
  query: z.object({ screen: viewScreen.optional(), trash: z.stringbool().optional() }),
  answer: z.object({ views: z.array(savedView) }),
});

export const getView = operation('views.get', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/views/{viewId}',
  summary: 'A saved view. One in the trash is `gone`.',
  who: 'reader',
  params: ofView,
  answer: savedViewWithDocument,
  problems: ['not-found', 'gone'],
});

export const createView = operation('views.create', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/views',
  summary: 'Save a view.',
  who: 'editor',
  params: inWorkspace,
  body: z.object({
    name: displayName(200),
    visibility: visibility.default('private'),
    document: viewDocument,
  }),
  answer: savedViewWithDocument,
});

export const updateView = operation('views.update', {
  method: 'PATCH',
  path: '/api/workspaces/{workspace}/views/{viewId}',
  summary: 'Rename or share a view, or save a new version of what it shows.',
  who: 'editor',
  params: ofView,
  body: z.object({
    name: displayName(200).optional(),
    visibility: visibility.optional(),
    document: viewDocument.optional(),
    /** The version that the document was made from: a `conflict` if there is a newer one by now. */
    basedOn: z.number().int().optional(),
  }),
  answer: savedViewWithDocument,
  problems: ['not-found', 'gone', 'conflict'],
});

export const listViewVersions = operation('views.versions', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/views/{viewId}/versions',
  summary: 'The versions of a view, newest first.',
  who: 'reader',
  params: ofView,
  answer: z.object({ versions: z.array(documentVersion) }),
  problems: ['not-found', 'gone'],
});

export const getViewVersion = operation('views.version', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/views/{viewId}/versions/{version}',
  summary: 'What a view showed in one of its versions.',
  who: 'reader',
  params: ofView.extend({ version: z.coerce.number().int().min(1) }),
  answer: documentVersion.extend({ document: viewDocument }),
  problems: ['not-found', 'gone'],
});

export const restoreViewVersion = operation('views.restoreVersion', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/views/{viewId}/versions/{version}/restore',
  summary: 'Bring an earlier version back, as a new one.',
  who: 'editor',
  params: ofView.extend({ version: z.coerce.number().int().min(1) }),
  answer: savedViewWithDocument,
  problems: ['not-found', 'gone'],
});

export const deleteView = operation('views.delete', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/views/{viewId}/delete',
  summary: 'Move a view to the trash. It is no experiment’s default any more.',
  who: 'editor',
  params: ofView,
  answer: savedView,
  problems: ['not-found'],
});

export const restoreView = operation('views.restore', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/views/{viewId}/restore',
  summary: 'Take a view out of the trash.',
  who: 'editor',
  params: ofView,
  answer: savedView,
  problems: ['not-found'],
});

const ofExperiment = inWorkspace.extend({ experimentId: z.string().regex(/^\d{1,18}$/) });

export const getDefaultView = operation('views.default', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/experiments/{experimentId}/default-view',
  summary: 'The view that the Runs page of an experiment opens with, if one was chosen.',
  who: 'reader',
  params: ofExperiment,
  answer: z.object({ view: savedViewWithDocument.nullable() }),
});

export const setDefaultView = operation('views.setDefault', {
  method: 'PUT',
  path: '/api/workspaces/{workspace}/experiments/{experimentId}/default-view',
  summary: 'Choose the view that the Runs page of an experiment opens with; null: none.',
  who: 'editor',
  params: ofExperiment,
  body: z.object({ viewId: documentId.nullable() }),
  answer: z.object({ view: savedViewWithDocument.nullable(), before: z.string().nullable() }),
  problems: ['not-found', 'gone', 'conflict', 'not-active'],
});
