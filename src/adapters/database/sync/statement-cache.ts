/** Keeps what was used last, up to `capacity`, and hands what falls out to `release`. */
export function createStatementCache<S>(
  capacity: number,
  prepare: (sql: string) => S,
  release: (statement: S) => void,
) {
  const statements = new Map<string, S>();
  return {
    get(sql: string): S {
      const known = statements.get(sql);
      if (known !== undefined) {
        statements.delete(sql);
        statements.set(sql, known);
        return known;
      }
      const prepared = prepare(sql);
      statements.set(sql, prepared);
      if (statements.size > capacity) dropOldest();
      return prepared;
    },
    clear(): void {
      while (statements.size > 0) dropOldest();
    },
  };

  function dropOldest(): void {
    for (const [sql, statement] of statements) {
      statements.delete(sql);
      release(statement);
      return;
    }
  }
}
