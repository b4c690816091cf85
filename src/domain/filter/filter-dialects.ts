import { listOperators, nullOperators, numberOperators, textOperators } from './filter-ast.ts';
import { commonMessages, type FilterDialect } from './filter-dialect.ts';

const keyedOperators = [...textOperators, ...nullOperators];

const runAttributes = {
  run_id: 'run_id',
  run_name: 'run_name',
  status: 'status',
  user_id: 'user_id',
  artifact_uri: 'artifact_uri',
  start_time: 'start_time',
  end_time: 'end_time',
  created: 'start_time',
  Created: 'start_time',
};

export const runDialect: FilterDialect = {
  entities: {
    metric: 'metric',
    metrics: 'metric',
    parameter: 'parameter',
    parameters: 'parameter',
    param: 'parameter',
    params: 'parameter',
    tag: 'tag',
    tags: 'tag',
    attribute: 'attribute',
    attributes: 'attribute',
    attr: 'attribute',
    run: 'attribute',
    dataset: 'dataset',
    datasets: 'dataset',
  },
  attributes: {
    ...runAttributes,
    'run name': 'run_name',
    'Run name': 'run_name',
    'Run Name': 'run_name',
  },
  orderable: runAttributes,
  numericAttributes: ['start_time', 'end_time'],
  datasetKeys: ['name', 'digest', 'context'],
  operators: (entity, key) => {
    if (entity === 'metric') return numberOperators;
    if (entity === 'parameter' || entity === 'tag') return keyedOperators;
    if (entity === 'dataset' || key === 'run_id') return [...textOperators, ...listOperators];
    return key === 'start_time' || key === 'end_time' ? numberOperators : textOperators;
  },
  messages: {
    ...commonMessages,
    unknownEntity: (entity) =>
      `Invalid entity type '${entity}'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']`,
    noNullTest: (entity, key) =>
      `IS NULL / IS NOT NULL is only supported for tags and params, not for '${entity}' '${key}'`,
    noList: () => `Only the 'run_id' attribute supports comparison with a list of quoted string values.`,
  },
};

const studioAttributes = {
  ...runDialect.attributes,
  name: 'run_name',
  user: 'user_id',
  started: 'start_time',
  ended: 'end_time',
  duration: 'duration',
  experiment: 'experiment',
};

/**
 * Runs as the studio asks for them: what MLflow knows, and `duration` (milliseconds from start to end, of runs that
 * ended) and `experiment` (its name). `parseStudioFilter` reads the wider grammar that goes with it.
 */
export const studioDialect: FilterDialect = {
  ...runDialect,
  attributes: studioAttributes,
  orderable: studioAttributes,
  numericAttributes: ['start_time', 'end_time', 'duration'],
  operators: (entity, key) =>
    entity === 'attribute' && key === 'duration' ? numberOperators : runDialect.operators(entity, key),
};

const experimentTimes = { creation_time: 'creation_time', last_update_time: 'last_update_time' };

export const experimentDialect: FilterDialect = {
  entities: { attribute: 'attribute', tag: 'tag', tags: 'tag' },
  attributes: { name: 'name', ...experimentTimes },
  orderable: { name: 'name', experiment_id: 'experiment_id', ...experimentTimes },
  numericAttributes: ['creation_time', 'last_update_time'],
  datasetKeys: [],
  operators: (entity, key) => {
    if (entity === 'tag') return keyedOperators;
    return key === 'name' ? textOperators : numberOperators;
  },
  messages: {
    ...commonMessages,
    invalidClauses: (invalid) => `Invalid clause(s) in filter string: ${invalid.join(', ')}`,
    unknownEntity: (entity) =>
      `Invalid entity type '${entity}'. Valid entity types are ('attribute', 'tag', 'tags')`,
    noNullTest: (entity, key) =>
      `IS NULL / IS NOT NULL is only supported for tags, not for ${entity} '${key}'`,
    noList: () => `Experiments support no comparison with a list of values.`,
  },
};

const modelTimes = {
  creation_timestamp: 'creation_timestamp',
  creation_timestamp_ms: 'creation_timestamp',
  creation_time: 'creation_timestamp',
  last_updated_timestamp: 'last_updated_timestamp',
  last_updated_timestamp_ms: 'last_updated_timestamp',
};

const modelAttributes = {
  name: 'name',
  model_id: 'model_id',
  model_type: 'model_type',
  status: 'status',
  source_run_id: 'source_run_id',
  ...modelTimes,
};

export const loggedModelDialect: FilterDialect = {
  entities: { attributes: 'attribute', metrics: 'metric', params: 'parameter', tags: 'tag' },
  attributes: modelAttributes,
  orderable: modelAttributes,
  numericAttributes: ['creation_timestamp', 'last_updated_timestamp'],
  datasetKeys: [],
  operators: (entity, key) =>
    entity === 'metric' || (entity === 'attribute' && key.endsWith('_timestamp'))
      ? numberOperators
      : [...textOperators, ...listOperators],
  messages: {
    ...commonMessages,
    invalidClauses: (_invalid, text) =>
      `Invalid filter string: '${text}'. Expected a list of comparisons separated by 'AND' (e.g. 'metrics.loss > 0.1 AND params.lr = 0.01').`,
    unknownEntity: (entity) =>
      `Invalid entity type: '${entity}'. Expected one of ['attributes', 'metrics', 'params', 'tags'].`,
    unknownOperator: (operator, allowed, field) =>
      `Invalid comparison operator for ${field}: '${operator}'. Expected one of (${allowed.map((each) => `'${each}'`).join(', ')}).`,
    noNullTest: (entity, key) => `IS NULL / IS NOT NULL is not supported for ${entity} '${key}'`,
    noList: () => `Only text fields support comparison with a list of quoted string values.`,
  },
};
