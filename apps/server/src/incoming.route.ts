import type { FastifyInstance } from 'fastify'
import { askingAs } from './catalog/places.ts'
import type { Database } from './db/pool.ts'
import { announcementRoutes } from './imports/announcements.route.ts'
import { importRoutes } from './imports/imports.route.ts'
import { layoutRoutes } from './imports/layout.route.ts'
import type { Matching } from './imports/match-arrived.ts'
import { photoRoutes } from './photos/photos.route.ts'
import { BOM, csvLine, restored, reversible } from './reports/csv.ts'
import { mayActFor, signedIn, staffOf, supervisorOf } from './sessions/guard.ts'
import { announcerOf, askerOf, keeperOf } from './who-asks.ts'

interface Options {
  readonly db: Database
  readonly dataDir: string
  readonly matching: Matching
}

/** What comes in from outside: photos, what sellers announce, one by one or by the file, and what they sell. */
export async function incomingRoutes(app: FastifyInstance, options: Options): Promise<void> {
  const { db, dataDir, matching } = options
  await app.register(photoRoutes, {
    ...{ db, dataDir },
    uploader: (request) => staffOf(request).user,
    viewer: (request) => ({
      seller: askerOf(request).seller,
      original: signedIn(request).role !== 'operator',
    }),
  })
  announcementRoutes(app, { db, matching, announcer: announcerOf })
  await app.register(importRoutes, {
    ...{ db, dataDir, matching },
    importer: (request, seller) => {
      mayActFor(request, seller)
      return announcerOf(request).by
    },
    keeper: keeperOf,
    asking: (request) => askingAs(db, askerOf(request).seller),
    csv: { line: csvLine, bom: BOM, reversible, restored },
    viewer: (request) => askerOf(request).seller,
  })
  await app.register(layoutRoutes, { db, supervisor: supervisorOf })
}
