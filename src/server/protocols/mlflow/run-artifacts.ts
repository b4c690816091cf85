import { readBytes } from '#server/http/body.ts';
import { downloadFrom, jsonAnswer, toFiles } from './artifact-answers.ts';
import {
  type ArtifactRequest,
  folderOfRun,
  pathFromParameter,
  requiredParameter,
} from './artifact-request.ts';
import { decodePart } from './call-target.ts';
import { MlflowFailure } from './failure.ts';

/** The most that a page of MLflow's may paste into a run. */
const maxPastedBytes = 10 * 1024 * 1024;

/** The calls that name a run or a logged model: paths are below its own folder. */
export const runArtifacts = {
  list: async (call: ArtifactRequest): Promise<Response> => {
    const path = pathFromParameter(call.query.get('path'));
    const folder = await folderOfRun(call);
    return jsonAnswer({ root_uri: folder.location, ...toFiles(await folder.list(path), path) });
  },

  listOfModel: async (call: ArtifactRequest): Promise<Response> => {
    const path = pathFromParameter(call.query.get('artifact_directory_path'));
    const folder = await folderOfModel(call);
    return jsonAnswer({ root_uri: folder.location, ...toFiles(await folder.list(path), path) });
  },

  download: async (call: ArtifactRequest): Promise<Response> => {
    const path = pathFromParameter(requiredParameter(call.query, 'path'));
    return downloadFrom(call.request, await folderOfRun(call), path);
  },

  downloadOfModel: async (call: ArtifactRequest): Promise<Response> => {
    const path = pathFromParameter(requiredParameter(call.query, 'artifact_file_path'));
    return downloadFrom(call.request, await folderOfModel(call), path);
  },

  /** Model versions have no artifacts of their own until there is a registry. */
  downloadOfVersion: async ({ query }: ArtifactRequest): Promise<Response> => {
    const name = requiredParameter(query, 'name');
    const version = requiredParameter(query, 'version');
    throw new MlflowFailure(
      'RESOURCE_DOES_NOT_EXIST',
      `Model Version (name=${name}, version=${version}) not found`,
    );
  },

  paste: async (call: ArtifactRequest): Promise<Response> => {
    const path = pathFromParameter(requiredParameter(call.query, 'path'));
    const { place } = await folderOfRun(call);
    if (place.kind !== 'own') throw notOurs();
    const bytes = await readBytes(call.request, maxPastedBytes);
    const body = new Blob([bytes]).stream();
    await call.artifacts.put(call.workspace, `${place.path}/${path}`, body, call.caller.actor);
    return new Response(null, { status: 200 });
  },

  presignUpload: async (): Promise<Response> => {
    throw new MlflowFailure(
      'INVALID_PARAMETER_VALUE',
      'Presigned uploads are not supported: artifacts go through this server. Upload them plainly.',
    );
  },
};

async function folderOfModel({ artifacts, workspace, captures }: ArtifactRequest) {
  const modelId = decodePart(captures[0] ?? '');
  const folder = await artifacts.ofModel(workspace, modelId);
  if (folder !== undefined) return folder;
  throw new MlflowFailure('RESOURCE_DOES_NOT_EXIST', `Logged model with ID '${modelId}' not found.`);
}

function notOurs(): MlflowFailure {
  return new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    'The artifacts of this run do not go through this server. Upload them to where its artifact URI points.',
  );
}
