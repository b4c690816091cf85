/** Tells the server's log of a failure that nobody expected. */
export function reportUnexpected(error: unknown): void {
  // oxlint-disable-next-line no-console -- the server's log is its standard error
  console.error('unexpected', error);
}
