import { serveDatabaseThread } from './serve-thread.ts';

// It looks at pages alone: none of the server's own definitions, which take room.
serveDatabaseThread(new Map());
