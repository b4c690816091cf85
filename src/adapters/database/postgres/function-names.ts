const postgresNames: Readonly<Record<string, string>> = { json_group_array: 'json_agg' };

/** Functions by the names that PostgreSQL has for them. */
export function spellFunctions(sql: string): string {
  return sql.replaceAll(/\b(\w+)\(/g, (call, name: string) =>
    Object.hasOwn(postgresNames, name) ? `${postgresNames[name]}(` : call,
  );
}
