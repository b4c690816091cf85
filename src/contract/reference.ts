import { z } from 'zod';
import { operation } from './operation.ts';

export const getOpenApi = operation('reference.openapi', {
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This API as an OpenAPI 3.1 document.',
  who: 'anyone',
  answer: z.record(z.string(), z.unknown()),
});

export const getReferencePage = operation('reference.page', {
  method: 'GET',
  path: '/api/docs',
  summary: 'This API as a page to read.',
  who: 'anyone',
  kind: 'bytes',
});
