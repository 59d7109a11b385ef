import { readRecord } from './record.ts'

/**
 * The address of the PostgreSQL that another process runs on this data folder, under the app's role.
 * @returns null where none was ever started there
 */
export function runningAppUrl(dataDir: string): string | null {
  const record = readRecord(dataDir)
  if (!record?.made || record.port === 0) return null
  return `postgres://restow_app:${record.passwords.app}@127.0.0.1:${record.port}/restow`
}
