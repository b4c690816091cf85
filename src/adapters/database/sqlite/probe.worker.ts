import { probeDefinitions } from '../probe.ts';
import { serveDatabaseThread } from './serve-thread.ts';

serveDatabaseThread(probeDefinitions);
