import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../components/classes.ts'

export interface Column<Row> {
  readonly key: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'right'
  /** Narrower than this, the column is left out. */
  readonly from?: 'sm' | 'md' | 'lg' | 'xl' | '2xl'
  /** Takes whatever room the others leave. */
  readonly grows?: boolean
  /** At most so wide; what is longer is cut, and told whole by `title`. */
  readonly max?: number
  /** The whole of a text that may be cut. */
  readonly title?: (row: Row) => string | undefined
  /** Says that its head puts the rows in order, and in which. */
  readonly sort?: {
    readonly label: string
    readonly order: 'ascending' | 'descending' | null
    onSort(): void
  }
}

/** What stands above a column; where rows can be put in order by it, something to press. */
function Head<Row>({ column: { head, sort } }: { column: Column<Row> }) {
  if (!sort) return head
  const Arrow = sort.order === 'ascending' ? ArrowUp : ArrowDown
  return (
    <button
      type="button"
      title={sort.label}
      onClick={() => sort.onSort()}
      className={classes(
        'group/head inline-flex items-center gap-1 rounded-[4px] font-[inherit] hover:text-ink pointer-coarse:min-h-10',
        sort.order && 'text-accent',
      )}
    >
      {head}
      <Arrow
        aria-hidden
        size={13}
        className={classes(
          !sort.order && 'opacity-0 group-hover/head:opacity-60 group-focus-visible/head:opacity-60',
        )}
      />
    </button>
  )
}

const FROM = {
  sm: 'hidden sm:table-cell',
  md: 'hidden md:table-cell',
  lg: 'hidden lg:table-cell',
  xl: 'hidden xl:table-cell',
  '2xl': 'hidden 2xl:table-cell',
}

interface Props<Row> {
  /** Names the table for screen readers. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Older rows while newer ones are on their way: shown dimmed. */
  stale?: boolean
  /** A row where there is no room for columns, such as on a phone: all that they say and let do, one under the other. */
  narrow?: (row: Row) => ReactNode
  className?: string
}

/** From when on a column is there: never beside the row that stands in for all of them. */
const fromOf = (from: keyof typeof FROM | undefined, isStacked: boolean) =>
  isStacked && (from === undefined || from === 'sm') ? 'md' : from

function seen<Row>({ from, align, grows }: Column<Row>, isStacked: boolean): string {
  const first = fromOf(from, isStacked)
  return classes(first && FROM[first], align && 'text-right', grows && 'w-full')
}

/** A dense table whose head stays in sight while its rows scroll. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowKey, stale = false, narrow, className } = props
  const isStacked = narrow !== undefined
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      aria-label={label}
      className={classes('overflow-auto focus-visible:outline-offset-[-3px]', className)}
    >
      <table className="w-full border-separate border-spacing-0 text-xs">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sort?.order ?? undefined}
                className={classes(
                  'sticky top-0 z-10 h-10 border-b border-line bg-raised px-2 text-left font-semibold whitespace-nowrap text-ink-2 first:pl-3.5 last:pr-3.5',
                  seen(column, isStacked),
                )}
              >
                <Head column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={classes('transition-opacity', stale && 'opacity-55')}>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="group relative hover:bg-line-2/60">
              {columns.map((column, at) => (
                <td
                  key={column.key}
                  title={column.title?.(row)}
                  style={column.max ? { maxWidth: `min(${column.max}px, 46vw)` } : undefined}
                  className={classes(
                    'h-10 truncate border-b border-line-2 px-2 whitespace-nowrap group-last:border-0 first:pl-3.5',
                    at === columns.length - 1 && 'pr-3.5',
                    seen(column, isStacked),
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
              {narrow && (
                <td className="border-b border-line-2 px-3.5 py-3 group-last:border-0 md:hidden">
                  {narrow(row)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
