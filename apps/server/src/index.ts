/** What tests and measurements take of the server. */
export { buildApp, openLedger } from './app.ts'
export { startEmbedded } from './db/embedded/launcher.ts'
export { migrate, refuseToStart } from './db/migrate.ts'
export { openDatabase } from './db/pool.ts'
export { generateReturns } from './demo/generate-returns.ts'
export { fillDemo } from './fill-demo.ts'
export { verifyLedger } from './ledger/verify.ts'
export { floorFolder, migrationsFolder } from './places.ts'
