import { searchExperiments } from '#contract/mlflow/experiments.ts';
import { searchLoggedModels } from '#contract/mlflow/models.ts';
import { searchRuns } from '#contract/mlflow/runs.ts';
import { experimentDialect, loggedModelDialect, runDialect } from '#domain/filter/filter-dialects.ts';
import { parseFilter } from '#domain/filter/filter-parse.ts';
import { maxOrderTerms, parseOrder } from '#domain/filter/order-parse.ts';
import { z } from 'zod';
import { bind, type BoundRpc } from './bound-rpc.ts';
import { toExperimentMessage } from './experiment-calls.ts';
import { writeModel } from './model-calls.ts';
import { invalid, readPageToken, toPageToken } from './page-token.ts';
import { parsePlace } from './run-position.ts';
import { readRunPage } from './search-runs.queries.ts';
import { readExperimentIds, readLanguage, readMaxResults, readView } from './search-request.ts';

export const searchCalls: readonly BoundRpc[] = [
  bind(searchRuns, async (input, { services, workspace }) => {
    const limit = readMaxResults(input.max_results, 1000);
    const search = {
      workspaceId: workspace.id,
      experimentIds: readExperimentIds(workspace, input.experiment_ids),
      view: readView(input.run_view_type),
      filter: readLanguage(() => parseFilter(input.filter ?? '', runDialect)),
      order: readLanguage(() => parseOrder(input.order_by, runDialect)),
    };
    const query = JSON.stringify([
      'runs',
      workspace.id,
      search.experimentIds,
      search.view,
      input.filter,
      input.order_by,
    ]);
    const after = parsePlace(readPageToken(query, input.page_token));
    if (after !== undefined && after.terms.length > search.order.length) {
      throw invalid('Invalid page token: it is damaged. Ask for the first page again.');
    }
    return services.runSearch.readAs(readRunPage, { search, after, limit, query });
  }),

  bind(searchExperiments, async (input, { services, workspace }) => {
    const limit = readMaxResults(input.max_results, undefined);
    const view = readView(input.view_type);
    const filter = readLanguage(() => parseFilter(input.filter ?? '', experimentDialect));
    const order = readLanguage(() => parseOrder(input.order_by, experimentDialect));
    if (order.some(({ field }) => field.entity !== 'attribute'))
      throw invalid('Invalid order_by entity: tag');
    const query = JSON.stringify(['experiments', workspace.id, view, input.filter, input.order_by]);
    const offset = parseOffset(readPageToken(query, input.page_token));
    const found = await services.experiments.search({
      workspaceId: workspace.id,
      view,
      filter,
      order,
      offset,
      limit,
    });
    const messages = found.rows.map((row) => JSON.stringify(toExperimentMessage(row, workspace.slug)));
    return writePage('experiments', messages.join(','), nextOffset(query, offset + limit, found.more));
  }),

  bind(searchLoggedModels, async (input, { services, workspace }) => {
    const limit = readMaxResults(input.max_results, 100);
    const experimentIds = readExperimentIds(workspace, input.experiment_ids);
    const filter = readLanguage(() => parseFilter(input.filter ?? '', loggedModelDialect));
    if (input.order_by.length > maxOrderTerms) {
      throw invalid(`An order may have at most ${maxOrderTerms} order_by clauses.`);
    }
    const order = input.order_by.map((each) => ({
      ...readLanguage(() => readModelOrder(each.field_name, each.ascending ?? true)),
      datasetName: each.dataset_name,
      datasetDigest: each.dataset_digest,
    }));
    const datasets = input.datasets.map((each) => ({ name: each.dataset_name, digest: each.dataset_digest }));
    const query = JSON.stringify([
      'models',
      workspace.id,
      experimentIds,
      input.filter,
      datasets,
      input.order_by,
    ]);
    const offset = parseOffset(readPageToken(query, input.page_token));
    const found = await services.models.search({
      workspaceId: workspace.id,
      experimentIds,
      filter,
      datasets,
      order,
      offset,
      limit,
    });
    return writePage(
      'models',
      found.rows.map(writeModel).join(','),
      nextOffset(query, offset + limit, found.more),
    );
  }),
];

function writePage(name: string, text: string, token: string | undefined): string {
  const parts = [
    ...(text === '' ? [] : [`"${name}":[${text}]`]),
    ...(token === undefined ? [] : [`"next_page_token":${JSON.stringify(token)}`]),
  ];
  return `{${parts.join(',')}}`;
}

function nextOffset(query: string, offset: number, more: boolean): string | undefined {
  return more ? toPageToken(query, String(offset)) : undefined;
}

function parseOffset(place: unknown): number {
  const parsed = z
    .number()
    .int()
    .min(0)
    .safeParse(place ?? 0);
  if (!parsed.success) throw invalid('Invalid page token: it is damaged. Ask for the first page again.');
  return parsed.data;
}

/** The field comes alone here, its direction beside it. */
function readModelOrder(name: string, ascending: boolean) {
  const [term] = parseOrder([name], loggedModelDialect);
  if (term === undefined || (term.field.entity !== 'attribute' && term.field.entity !== 'metric')) {
    throw invalid(
      `Invalid order by field name: ${name}. Expected one of name, model_id, model_type, status, source_run_id, creation_timestamp, last_updated_timestamp, metrics.<key>`,
    );
  }
  return { field: term.field, ascending };
}
