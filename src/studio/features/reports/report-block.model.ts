import { parse } from 'yaml';
import { z } from 'zod';

const ids = z.array(z.union([z.string(), z.number()]).transform(String)).max(500);

/** Which runs a block shows: these; or those that match, in this order. A saved view says all of that by itself. */
const selection = {
  runs: ids.optional(),
  view: z.union([z.string(), z.number()]).transform(String).optional(),
  experiments: ids.optional(),
  filter: z.string().optional(),
  order: z.array(z.string()).max(8).optional(),
  limit: z.number().int().min(1).max(100).optional(),
};

const chartBlock = z.strictObject({
  show: z.literal('chart'),
  metric: z.string().min(1).max(250),
  title: z.string().max(300).optional(),
  ...selection,
  x: z.enum(['step', 'time', 'elapsed']).default('step'),
  smoothing: z.number().min(0).max(0.999).default(0),
  log: z.boolean().default(false),
  /** The part of x that is shown. */
  from: z.number().optional(),
  to: z.number().optional(),
  /** The lines as they were kept: the id of a snapshot. */
  frozen: z.union([z.string(), z.number()]).transform(String).optional(),
});

const runsBlock = z.strictObject({
  show: z.literal('runs'),
  title: z.string().max(300).optional(),
  ...selection,
  columns: z.array(z.string().min(1).max(300)).max(30).optional(),
});

export const reportBlock = z.discriminatedUnion('show', [chartBlock, runsBlock]);
export type ReportBlock = z.output<typeof reportBlock>;
export type ChartBlock = Extract<ReportBlock, { show: 'chart' }>;
export type RunsBlock = Extract<ReportBlock, { show: 'runs' }>;

/** The words after which a fence is a block of ours. */
export const blockLanguage = 'atelier';

/** A block as it was written: what it means, or what is wrong with it. */
export function parseReportBlock(text: string): ReportBlock | string {
  let body: unknown;
  try {
    body = parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : 'This is not YAML.';
  }
  const read = reportBlock.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue === undefined || issue.path.length === 0 || issue.path[0] === 'show') {
    return `Say what to show: chart, or runs. ${issue?.message ?? ''}`;
  }
  const place = issue.path.join('.');
  const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('undefined');
  return isMissing ? `${place} is missing.` : `${place}: ${issue.message}`;
}
