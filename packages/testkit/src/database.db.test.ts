import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { createDatabase, type DatabaseUrls } from './database.ts'

const made: { drop(): Promise<void> }[] = []
const create: typeof createDatabase = async (options) => {
  const database = await createDatabase(options)
  made.push(database)
  return database
}
afterAll(() => Promise.all(made.map((database) => database.drop())))

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

it('gives every caller a database of its own, owned by the owner and open to the app', async () => {
  const [one, two] = [await create(), await create()]
  await ask(one.ownerUrl, 'CREATE TABLE parcel (tracking text); GRANT SELECT ON parcel TO restow_app')
  expect(await ask(one.appUrl, 'SELECT * FROM parcel')).toEqual([])
  await expect(ask(two.ownerUrl, 'SELECT * FROM parcel')).rejects.toThrow('does not exist')
  await expect(ask(one.appUrl, 'CREATE TABLE mine ()')).rejects.toThrow('permission denied')
})

it('migrates once for all databases that are asked for side by side', async () => {
  let migrated = 0
  const migrate = async ({ ownerUrl }: DatabaseUrls) => {
    migrated += 1
    await ask(ownerUrl, 'CREATE TABLE parcel (tracking text)')
  }
  const all = await Promise.all([1, 2, 3].map(() => create({ migrate, template: 'once' })))
  expect(migrated).toBe(1)
  for (const { ownerUrl } of all) expect(await ask(ownerUrl, 'SELECT * FROM parcel')).toEqual([])
})

it('migrates again when the first try failed', async () => {
  const broken = () => Promise.reject(new Error('a migration with a mistake'))
  await expect(create({ migrate: broken, template: 'broken' })).rejects.toThrow('a migration with a mistake')
  const { ownerUrl } = await create({
    template: 'broken',
    migrate: async (urls) => void (await ask(urls.ownerUrl, 'CREATE TABLE parcel ()')),
  })
  expect(await ask(ownerUrl, 'SELECT * FROM parcel')).toEqual([])
})
