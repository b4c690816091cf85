import { describeBlobs } from '../blobs.suite.ts';
import { createMemoryBlobs } from './memory-blobs.ts';

describeBlobs('memory', () => Promise.resolve(createMemoryBlobs()));
