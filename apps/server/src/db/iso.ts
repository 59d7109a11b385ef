/** A moment as JSON has it, in UTC, made by PostgreSQL. @param column of type timestamptz */
export const iso = (column: string): string => `to_json(${column} at time zone 'UTC') #>> '{}' || 'Z'`
