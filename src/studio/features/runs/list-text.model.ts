/** Keys may hold any character; those that mean something in the address's lists are written as `%xx`. */
export function escapeItem(text: string): string {
  return text.replaceAll(/[%,~`]/g, (found) => `%${found.charCodeAt(0).toString(16)}`).replace(/^-/, '%2d');
}

export function unescapeItem(text: string): string {
  return text.replaceAll(/%(25|2c|7e|2d|60)/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Without the quotes of a key: metrics.`val/loss` as `metrics.val/loss`. Our own items hold none. */
export function stripQuotes(item: string): string {
  return item.replace(/(metrics|params|tags)\.`([^`]+)`/, '$1.$2');
}

export function splitList(text: string | null): readonly string[] {
  return [...new Set((text ?? '').split(','))].filter((item) => item !== '');
}

export function joinList(items: readonly string[]): string {
  return items.join(',');
}
