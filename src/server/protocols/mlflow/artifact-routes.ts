import type { Role } from '#contract/operation.ts';
import type { Services } from '#server/services.ts';
import type { Hono } from 'hono';
import { artifactProxy } from './artifact-proxy.ts';
import { type ArtifactRequest, readArtifactRequest } from './artifact-request.ts';
import { readTarget } from './call-target.ts';
import { MlflowFailure, toFailureResponse } from './failure.ts';
import { runArtifacts } from './run-artifacts.ts';

interface ArtifactRoute {
  readonly methods: readonly string[];
  /** Of the path after `/ws/<workspace>` and, where `api` is set, after `/api/<major>`. */
  readonly pattern: RegExp;
  readonly api: boolean;
  readonly who: Role;
  readonly answer: (call: ArtifactRequest) => Promise<Response>;
}

const read = ['GET', 'HEAD'];

const routes: readonly ArtifactRoute[] = [
  route(['GET'], /^mlflow-artifacts\/artifacts$/, 'reader', artifactProxy.list),
  route(read, /^mlflow-artifacts\/artifacts\/(.*)$/, 'reader', artifactProxy.download),
  route(['PUT'], /^mlflow-artifacts\/artifacts\/(.*)$/, 'editor', artifactProxy.upload),
  route(['DELETE'], /^mlflow-artifacts\/artifacts\/(.*)$/, 'editor', artifactProxy.remove),
  route(['POST'], /^mlflow-artifacts\/mpu\/create\/(.*)$/, 'editor', artifactProxy.createUpload),
  route(['PUT'], /^mlflow-artifacts\/mpu\/part\/([0-9a-f]{32})\/(\d{1,5})$/, 'editor', artifactProxy.putPart),
  route(['POST'], /^mlflow-artifacts\/mpu\/complete\/(.*)$/, 'editor', artifactProxy.completeUpload),
  route(['POST'], /^mlflow-artifacts\/mpu\/abort\/(.*)$/, 'editor', artifactProxy.abortUpload),
  route(['GET'], /^mlflow-artifacts\/presigned\/(.*)$/, 'reader', artifactProxy.presign),
  route(['GET'], /^mlflow\/artifacts\/list$/, 'reader', runArtifacts.list),
  route(['POST'], /^mlflow\/artifacts\/presigned-upload-url$/, 'editor', runArtifacts.presignUpload),
  route(
    ['GET'],
    /^mlflow\/logged-models\/([^/]+)\/artifacts\/directories$/,
    'reader',
    runArtifacts.listOfModel,
  ),
  route(read, /^mlflow\/logged-models\/([^/]+)\/artifacts\/files$/, 'reader', runArtifacts.downloadOfModel),
  route(['POST'], /^mlflow\/upload-artifact$/, 'editor', runArtifacts.paste),
  { methods: read, pattern: /^get-artifact$/, api: false, who: 'reader', answer: runArtifacts.download },
  {
    methods: read,
    pattern: /^model-versions\/get-artifact$/,
    api: false,
    who: 'reader',
    answer: runArtifacts.downloadOfVersion,
  },
];

function route(
  methods: readonly string[],
  pattern: RegExp,
  who: Role,
  answer: ArtifactRoute['answer'],
): ArtifactRoute {
  return { methods, pattern, api: true, who, answer };
}

/** What `mountArtifactRoutes` takes over, below `/` and below `/ws/<workspace>`. */
const mounts = [
  ...['api', 'ajax-api'].flatMap((api) =>
    ['2.0', '3.0'].flatMap((major) => [
      `/${api}/${major}/mlflow-artifacts/*`,
      `/${api}/${major}/mlflow/artifacts/*`,
      `/${api}/${major}/mlflow/upload-artifact`,
      `/${api}/${major}/mlflow/logged-models/:model/artifacts/*`,
    ]),
  ),
  '/get-artifact',
  '/model-versions/get-artifact',
];

/** Serves MLflow's artifact calls, for the default workspace, by header and under `/ws/<workspace>`. */
export function mountArtifactRoutes(router: Hono, services: Services): void {
  for (const mount of mounts) {
    for (const scope of ['', '/ws/:workspace']) {
      router.all(`${scope}${mount}`, async (c) => serveArtifacts(services, c.req.raw));
    }
  }
}

async function serveArtifacts(services: Services, request: Request): Promise<Response> {
  try {
    const { path } = readTarget(request.url);
    const rest = path.replace(/^\//, '');
    const afterApi = /^(?:ajax-)?api\/[23]\.0\/(.*)$/s.exec(rest)?.[1];
    const fitting = routes.filter(({ api, pattern }) => pattern.test(api ? (afterApi ?? '') : rest));
    const found = fitting.find(({ methods }) => methods.includes(request.method));
    if (found === undefined) throw refusal(request.method, path, fitting.length > 0);
    const captures = found.pattern.exec(found.api ? (afterApi ?? '') : rest)?.slice(1) ?? [];
    return await found.answer(await readArtifactRequest(services, request, captures, found.who));
  } catch (error) {
    return toFailureResponse(error);
  }
}

function refusal(method: string, path: string, known: boolean): MlflowFailure {
  const shown = path.slice(0, 200);
  return known
    ? new MlflowFailure('BAD_REQUEST', `The call ${shown} does not answer to ${method}.`, 405)
    : new MlflowFailure('ENDPOINT_NOT_FOUND', `Atelier has no call ${method} ${shown}.`);
}
