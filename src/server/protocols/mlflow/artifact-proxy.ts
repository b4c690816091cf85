import { splitArtifactPath } from '#domain/artifact-path.ts';
import { toFileResponse } from '#server/http/file-response.ts';
import { defaultWorkspaceSlug } from '#server/modules/workspaces/workspaces.service.ts';
import { bodyOf, jsonAnswer, toFiles, untilSenderLeaves } from './artifact-answers.ts';
import { type ArtifactRequest, pathFromAddress, pathFromParameter } from './artifact-request.ts';
import { MlflowFailure } from './failure.ts';
import { readBodyMessage } from './request-body.ts';
import { isMessage, missing, mistyped, type RawMessage } from './request-fields.ts';

/** The calls below `mlflow-artifacts/`: paths are below our artifact root. */
export const artifactProxy = {
  list: async ({ artifacts, workspace, query }: ArtifactRequest): Promise<Response> => {
    const entries = await artifacts.list(workspace, pathFromParameter(query.get('path')));
    return jsonAnswer(toFiles(entries, ''));
  },

  download: async ({ request, artifacts, workspace, captures }: ArtifactRequest): Promise<Response> => {
    return toFileResponse(request, await artifacts.open(workspace, pathFromAddress(captures[0])), 'download');
  },

  upload: async ({ request, artifacts, workspace, caller, captures }: ArtifactRequest): Promise<Response> => {
    const path = pathFromAddress(captures[0]);
    await untilSenderLeaves(request, artifacts.put(workspace, path, bodyOf(request), caller.actor));
    return jsonAnswer({});
  },

  remove: async ({ artifacts, workspace, caller, captures }: ArtifactRequest): Promise<Response> => {
    await artifacts.remove(workspace, pathFromAddress(captures[0]), caller.actor);
    return jsonAnswer({});
  },

  createUpload: async (call: ArtifactRequest): Promise<Response> => {
    const { artifacts, workspace, caller } = call;
    const message = await readBodyMessage(call.request);
    const path = uploadPath(call, message);
    const count = readCount(message['num_parts'], 'num_parts');
    const id = await artifacts.createUpload(workspace, path, count, caller.actor);
    const base = partAddress(call, id);
    const credentials = Array.from({ length: count }, (_each, index) => ({
      url: `${base}/${index + 1}`,
      part_number: index + 1,
      headers: {},
    }));
    return jsonAnswer({ upload_id: id, credentials });
  },

  /** A part comes with nothing but its address: clients add no credentials and no workspace. */
  putPart: async ({ request, artifacts, captures }: ArtifactRequest): Promise<Response> => {
    const [id = '', part = ''] = captures;
    const stored = await untilSenderLeaves(request, artifacts.putPart(id, Number(part), bodyOf(request)));
    return new Response(null, { headers: { etag: `"${stored.sha256}"` } });
  },

  completeUpload: async (call: ArtifactRequest): Promise<Response> => {
    const message = await readBodyMessage(call.request);
    const path = uploadPath(call, message);
    const upload = { id: readText(message['upload_id'], 'upload_id'), parts: readParts(message['parts']) };
    await call.artifacts.completeUpload(call.workspace, path, upload, call.caller.actor);
    return jsonAnswer({});
  },

  abortUpload: async (call: ArtifactRequest): Promise<Response> => {
    const message = await readBodyMessage(call.request);
    const path = uploadPath(call, message);
    const id = readText(message['upload_id'], 'upload_id');
    await call.artifacts.abortUpload(call.workspace, path, id, call.caller.actor);
    return jsonAnswer({});
  },

  /** Clients know this answer and fall back to the plain download. */
  presign: async (): Promise<Response> => {
    throw new MlflowFailure(
      'NOT_IMPLEMENTED',
      'Multipart download is not supported for the current artifact repository',
    );
  },
};

/** The address names the folder; the body's `path` is the file on the client's disk, of which the name counts. */
function uploadPath({ captures }: ArtifactRequest, message: RawMessage): string {
  const local = readText(message['path'], 'path').replaceAll('\\', '/');
  const { name } = splitArtifactPath(local);
  const folder = pathFromAddress(captures[0]);
  return pathFromParameter(`${folder}/${name}`);
}

function partAddress({ request, services, workspace }: ArtifactRequest, id: string): string {
  const origin = services.ports.settings.publicUrl ?? new URL(request.url).origin;
  const scope = workspace.slug === defaultWorkspaceSlug ? '' : `/ws/${workspace.slug}`;
  return `${origin}${scope}/api/2.0/mlflow-artifacts/mpu/part/${id}`;
}

function readText(value: unknown, name: string): string {
  if (value === undefined || value === null) throw missing(name);
  if (typeof value !== 'string') throw mistyped(name, value);
  return value;
}

function readCount(value: unknown, name: string): number {
  if (value === undefined || value === null) throw missing(name);
  const count = typeof value === 'string' ? Number(value) : value;
  if (typeof count !== 'number' || !Number.isInteger(count)) throw mistyped(name, value);
  return count;
}

function readParts(value: unknown): readonly number[] {
  if (value === undefined || value === null) throw missing('parts');
  if (!Array.isArray(value)) throw mistyped('parts', value);
  const parts: readonly unknown[] = value;
  return parts.map((part, index) => {
    if (!isMessage(part)) throw mistyped(`parts[${index}]`, part);
    return readCount(part['part_number'], `parts[${index}].part_number`);
  });
}
