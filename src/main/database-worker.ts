import { serveDatabaseThread } from '#adapters/database/sqlite/serve-thread.ts';
import { definitions } from '#server/definitions.ts';

serveDatabaseThread(definitions);
