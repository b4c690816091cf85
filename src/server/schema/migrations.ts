import { foundation } from './0001-foundation.ts';
import { summariesAndNumbers } from './0002-summaries-and-numbers.ts';
import { directionsAndBaselines } from './0003-directions-and-baselines.ts';
import { documents } from './0004-documents.ts';
import { consoleOutput } from './0005-console-output.ts';
import { blocksByRange } from './0006-blocks-by-range.ts';
import type { Migration } from '#server/ports/migration.ts';

/** Every schema change, oldest first. A released one is never edited: add the next. */
export const migrations: readonly Migration[] = [
  foundation,
  summariesAndNumbers,
  directionsAndBaselines,
  documents,
  consoleOutput,
  blocksByRange,
];
