/** A name as pip compares it (PEP 503). */
function normalName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

const requirement =
  /^\s*(?:-\s+)?["']?([A-Za-z0-9][\w.-]*)(\[[^\]]*\])?\s*(?:(@)\s*(\S+)|((?:[=<>!~]=?=?)\s*[^;#"']*))?/;

/**
 * Packages and their versions from a `requirements.txt`, the output of `pip freeze`, a `conda.yaml` or a
 * `python_env.yaml`. A pinned version stands alone (`1.2.3`), any other condition as it is (`>=1,<2`), and a package
 * without one as `any`. Lines that name no package are passed over.
 */
export function parsePackages(text: string, fileName: string): ReadonlyMap<string, string> {
  const isYaml = /\.ya?ml$/i.test(fileName);
  const found = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const item = isYaml ? /^\s*-\s+(.*)$/.exec(line)?.[1] : line;
    const entry = item === undefined ? undefined : parseLine(item, isYaml);
    if (entry !== undefined) found.set(...entry);
  }
  return found;
}

function parseLine(line: string, isYaml: boolean): readonly [string, string] | undefined {
  if (/^\s*(#|-|$)/.test(line)) return undefined;
  // In a conda file `- pip:` opens a list, and channels are names without a version.
  if (isYaml && !/[=<>~@]/.test(line)) return undefined;
  const [, name, , at, source, condition = ''] = requirement.exec(line) ?? [];
  if (name === undefined) return undefined;
  if (at !== undefined) return [normalName(name), source ?? 'any'];
  return [normalName(name), versionOf(condition.replaceAll(/\s+/g, ''))];
}

/** conda pins by one equals sign, and a build may follow: `numpy=1.26.4=py311h`. */
function versionOf(condition: string): string {
  if (condition === '') return 'any';
  const pinned = /^={1,3}([^=,<>!~*]+)(?:=[^=]*)?$/.exec(condition)?.[1];
  return pinned ?? condition;
}
