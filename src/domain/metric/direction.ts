/** Which way a metric is better: `up` greater values, `down` smaller ones, `none` neither. */
export const directions = ['up', 'down', 'none'] as const;
export type Direction = (typeof directions)[number];

const words: Readonly<Record<Direction, ReadonlySet<string>>> = {
  down: new Set(
    `loss losses error errors err errs rmse mse mae mape smape wape rmsle msle medae nll ppl perplexity crossentropy
    latency ttft wer cer ter fid kid lpips bpb bpc bpd brier regret hinge eer fpr fnr far frr ece mce deviance
    divergence kl kld cost toxicity misclassification residual residuals crps pinball epe failures`.split(
      /\s+/,
    ),
  ),
  up: new Set(
    `acc accuracy accuracies precision recall sensitivity specificity auc auroc auprc roc ap map mar ndcg dcg mrr hit
    hits fbeta fscore fmeasure rsq rsquared bleu sacrebleu rouge rougel rougelsum meteor chrf cider spice bertscore
    bleurt comet mauve iou miou giou jaccard dice kappa mcc gini score scores reward rewards return returns throughput
    psnr ssim msssim elbo likelihood loglikelihood loglik success win wins tpr tnr ppv npv top pass em correct lift
    pearson spearman correlation corr silhouette purity nmi ari hmean mota motp idf`.split(/\s+/),
  ),
  // What says how a training is run, whatever else stands in its name: `loss_scale`, `grad_norm`, `reward_weight`.
  none: new Set(
    `scale scaling weight weights coef coefficient lr grad gradient norm alpha beta
    gamma lambda momentum temperature ratio epsilon eps threshold time timestamp`.split(/\s+/),
  ),
};

/** Words that others are glued to: `valloss`, `trainacc`, `nrmse`, `rocauc`. */
const endings: readonly (readonly [ending: string, Direction])[] = [
  ['loss', 'down'],
  ['error', 'down'],
  ['rmse', 'down'],
  ['perplexity', 'down'],
  ['entropy', 'down'],
  ['accuracy', 'up'],
  ['acc', 'up'],
  ['auc', 'up'],
  ['recall', 'up'],
  ['precision', 'up'],
  ['reward', 'up'],
];

/** Words that mean something only after another: `exact match`, `win rate`, `cross entropy`, `explained variance`. */
const pairs: readonly (readonly [first: string, second: string, Direction])[] = [
  ['exact', 'match', 'up'],
  ['cross', 'entropy', 'down'],
  ['explained', 'variance', 'up'],
  ['miss', 'rate', 'down'],
  ['learning', 'rate', 'none'],
  ['weight', 'decay', 'none'],
  ['per', 'second', 'up'],
  ['per', 'sec', 'up'],
];

/** Words with their number: `f1`, `r2`. Alone they are any letter. */
const numbered = new Set(['f', 'r']);

const opposite: Readonly<Record<Direction, Direction>> = { up: 'down', down: 'up', none: 'none' };

/**
 * What a metric's name lets one expect, until somebody says otherwise. The last telling word counts (`accuracy_loss`
 * is a loss), and `neg` turns it round, as in scikit-learn's `neg_mean_squared_error`.
 */
export function guessDirection(key: string): Direction {
  // What the machine does is watched, not improved.
  if (key.startsWith('system/')) return 'none';
  const text = key.normalize('NFKC');
  // `mIoU` is a word, however it is written.
  return expectationOf(toWords(splitCamelCase(text))) ?? expectationOf(toWords(text)) ?? 'none';
}

function expectationOf(parts: readonly string[]): Direction | undefined {
  let found: Direction | undefined;
  for (const [index, word] of parts.entries()) {
    found = meaningOf(word, parts[index - 1]) ?? found;
  }
  return found !== undefined && isNegated(parts) ? opposite[found] : found;
}

/** "Negative log likelihood" and `neg_loss` are turned round; a negative predictive value is what it says. */
function isNegated(parts: readonly string[]): boolean {
  const at = parts.findIndex((word) => word === 'neg' || word === 'negative');
  return at !== -1 && parts[at + 1] !== 'predictive';
}

function meaningOf(word: string, before: string | undefined): Direction | undefined {
  const pair = pairs.find(([first, second]) => first === before && second === word);
  if (pair !== undefined) return pair[2];
  const bare = word.replace(/\d+$/, '');
  if (bare !== word && numbered.has(bare)) return 'up';
  const known = directions.find((each) => words[each].has(bare));
  return known ?? endings.find(([ending]) => bare.length > ending.length && bare.endsWith(ending))?.[1];
}

function splitCamelCase(text: string): string {
  return text.replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
}

/** `val_loss/top-5` as `val`, `loss`, `top`, `5`, in lower case. */
function toWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
