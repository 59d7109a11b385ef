/** Who may import whom: docs/decisions/001-rooms.md. Written by folder pattern, so that a new folder is covered without an edit. */
const TEST = '(\\.(test|db\\.test|e2e|long\\.test|fixture)\\.tsx?$)|(^packages/(testkit|e2e|bench)/)'
const only = (name, from, allowed, extra = {}) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: TEST, ...extra },
  to: { path: '^(packages|apps)/', pathNot: allowed },
})
module.exports = {
  forbidden: [
    only('domain-imports-nothing', '^packages/domain/', '^packages/domain/'),
    {
      name: 'domain-has-no-io',
      severity: 'error',
      from: { path: '^packages/domain/', pathNot: TEST },
      to: { dependencyTypes: ['core', 'npm'] },
    },
    only('contracts-import-domain', '^packages/contracts/', '^packages/(contracts|domain)/'),
    only('barcodes-import-domain', '^packages/barcodes/', '^packages/(barcodes|domain)/'),
    only('client-imports-contracts', '^packages/client/', '^packages/(client|contracts|barcodes)/'),
    only('labels-import-contracts', '^packages/labels/', '^packages/(labels|contracts|barcodes)/'),
    only('printer-imports-domain', '^packages/printer/', '^packages/(printer|domain)/'),
    only(
      'print-agent-imports',
      '^apps/print-agent/',
      '^(packages/(domain|contracts|printer)|apps/print-agent)/',
    ),
    only('ui-imports-words', '^packages/ui/', '^packages/(ui|domain)/'),
    only(
      'ledger-imports',
      '^apps/server/src/ledger/',
      '^(packages/(domain|contracts)|apps/server/src/(ledger|db))/',
    ),
    only('db-imports', '^apps/server/src/db/', '^(packages/domain|apps/server/src/db)/'),
    {
      name: 'a-step-never-imports-another',
      severity: 'error',
      from: { path: '^apps/server/src/([^/]+)/', pathNot: TEST },
      to: { path: '^apps/server/src/[^/]+/', pathNot: '^apps/server/src/($1|ledger|db)/' },
    },
    only(
      'server-imports-packages',
      '^apps/server/',
      '^(packages/(domain|contracts|barcodes|labels|printer|ui/src/languages)|apps/server)/',
    ),
    only(
      'floor-imports',
      '^apps/floor/',
      '^(packages/(domain|contracts|client|barcodes|labels|ui)|apps/floor)/',
    ),
    only(
      'desk-imports',
      '^apps/desk/',
      '^(packages/(domain|contracts|client|barcodes|labels|ui)|apps/desk)/',
    ),
    {
      // The schemas and what checks by them are the server's; in a browser they would cost more than the whole rest.
      name: 'schemas-stay-on-the-server',
      severity: 'error',
      from: { path: '^(apps/(floor|desk)|packages/(client|ui))/', pathNot: TEST },
      to: { path: '^packages/contracts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'fastify-only-at-the-door',
      severity: 'error',
      from: {
        path: '^(apps|packages)/',
        pathNot: `(\\.route\\.ts$)|(^apps/server/src/(app|main)\\.ts$)|${TEST}`,
      },
      to: { path: 'node_modules/(\\.pnpm/)?@?fastify', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sql-only-in-its-rooms',
      severity: 'error',
      from: {
        path: '^(apps|packages)/',
        pathNot: `(^apps/server/src/(db|ledger)/)|(\\.queries\\.ts$)|${TEST}`,
      },
      to: { path: 'node_modules/(\\.pnpm/)?(drizzle-orm|pg)[@/]', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-testkit-in-the-product',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: TEST },
      to: { path: '^packages/(testkit|e2e|bench)/' },
    },
    {
      name: 'no-fixture-in-the-product',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: TEST },
      to: { path: '\\.fixture\\.tsx?$' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      // The address of a file, as the web apps' bundler gives it out.
      to: { couldNotResolve: true, pathNot: '\\?url$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
