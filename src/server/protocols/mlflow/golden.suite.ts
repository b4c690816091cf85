import type { Reply } from './mlflow-client.suite.ts';

export function failure(status: number, code: string, message: string): Reply {
  return { status, body: { error_code: code, message } };
}

const hint = 'See the API docs for more information about request parameters.';

/** MLflow's answer to an absent required parameter. */
export function missing(name: string): Reply {
  return failure(400, 'INVALID_PARAMETER_VALUE', `Missing value for required parameter '${name}'. ${hint}`);
}

/** MLflow's answer to a parameter of the wrong type. */
export function mistyped(json: string, name: string, type: string): Reply {
  return failure(
    400,
    'INVALID_PARAMETER_VALUE',
    `Invalid value ${json} for parameter '${name}' supplied:  Hint: Value was of type '${type}'. ${hint}`,
  );
}

export function endpointHint(method: string, call: string): string {
  return `Atelier has no call ${method} /api/2.0/mlflow/${call}.`;
}
