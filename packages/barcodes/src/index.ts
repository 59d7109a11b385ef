/** What was scanned: carriers' numbers, GS1, plates, bins, badges, command codes. Pure: no I/O, no throw. */

export { type CarrierReading, normaliseTracking } from './carriers.ts'
export { type CommandCode, commandCode } from './command-codes.ts'
export { COMMAND_SHEET, type SheetCode, type SheetGroup } from './command-sheet.ts'
export { isBadge, isWarehouseCode, wholeBinCode } from './house-codes.ts'
export { type MadeCarrier, makeGtin13, makeLpn, makeScan, makeTracking } from './make.ts'
export { type Reading, readScan, type ScanOptions } from './read-scan.ts'
export { TRIGGER_TEST, TRIGGER_TEST_FNC1 } from './trigger-test.ts'
export { whatItIs } from './what-it-is.ts'
