/** The editor's languages by file ending. JSON is read as JavaScript: its own mode is made for editing, with a worker. */
const languages: Readonly<Record<string, string>> = {
  css: 'css',
  dockerfile: 'dockerfile',
  htm: 'html',
  html: 'html',
  ini: 'ini',
  cfg: 'ini',
  conf: 'ini',
  toml: 'ini',
  ipynb: 'javascript',
  js: 'javascript',
  json: 'javascript',
  jsonl: 'javascript',
  md: 'markdown',
  mlmodel: 'yaml',
  mlproject: 'yaml',
  py: 'python',
  r: 'r',
  sh: 'shell',
  sql: 'sql',
  svg: 'xml',
  ts: 'typescript',
  tsx: 'typescript',
  xml: 'xml',
  yaml: 'yaml',
  yml: 'yaml',
};

/** A name without a dot is its own ending (`MLmodel`, `Dockerfile`). */
export function languageOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return languages[ending] ?? 'plaintext';
}
