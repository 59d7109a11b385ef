import type { DeskKey } from '@restow/ui/desk'
import {
  BarChart3,
  Barcode,
  CalendarDays,
  ClipboardList,
  FileInput,
  Grid3x3,
  Hand,
  IdCard,
  KeyRound,
  ListChecks,
  type LucideIcon,
  Mail,
  MapPin,
  Package,
  PackageOpen,
  PackageSearch,
  Printer,
  Scale,
  ScanBarcode,
  Settings2,
  Smartphone,
  Store,
  Tag,
  TrendingUp,
  UsersRound,
  Warehouse,
  Waypoints,
  Webhook,
} from 'lucide-react'
import type { Person } from './session.store.ts'

export interface PageLink {
  readonly path: string
  readonly text: Extract<DeskKey, `nav.${string}`>
  readonly icon: LucideIcon
}
export interface PageGroup {
  readonly title: Extract<DeskKey, `nav.${string}`> | null
  readonly links: readonly PageLink[]
}

const LINKS = {
  bins: { path: '/bins', text: 'nav.bins', icon: Grid3x3 },
  pipeline: { path: '/pipeline', text: 'nav.pipeline', icon: Waypoints },
  people: { path: '/people', text: 'nav.people', icon: UsersRound },
  dispositions: { path: '/dispositions', text: 'nav.dispositions', icon: BarChart3 },
  waiting: { path: '/waiting', text: 'nav.waiting', icon: Hand },
  overview: { path: '/overview', text: 'nav.overview', icon: TrendingUp },
  reports: { path: '/reports', text: 'nav.reports', icon: CalendarDays },
  units: { path: '/units', text: 'nav.units', icon: Tag },
  parcels: { path: '/parcels', text: 'nav.parcels', icon: Package },
  unclaimed: { path: '/unclaimed', text: 'nav.unclaimed', icon: PackageSearch },
  announced: { path: '/announcements', text: 'nav.announced', icon: ClipboardList },
  imports: { path: '/imports', text: 'nav.imports', icon: FileInput },
  setUp: { path: '/set-up', text: 'nav.setUpHome', icon: Settings2 },
  house: { path: '/set-up/house', text: 'nav.house', icon: Warehouse },
  checklists: { path: '/set-up/checklists', text: 'nav.checklists', icon: ListChecks },
  policy: { path: '/policy', text: 'nav.policy', icon: Scale },
  setUpBins: { path: '/set-up/bins', text: 'nav.setUpBins', icon: MapPin },
  products: { path: '/set-up/products', text: 'nav.products', icon: PackageOpen },
  staff: { path: '/set-up/staff', text: 'nav.staff', icon: IdCard },
  sellers: { path: '/set-up/sellers', text: 'nav.sellers', icon: Store },
  devices: { path: '/set-up/devices', text: 'nav.devices', icon: Smartphone },
  printers: { path: '/printers', text: 'nav.printers', icon: Printer },
  labels: { path: '/labels', text: 'nav.labels', icon: Barcode },
  keys: { path: '/keys', text: 'nav.keys', icon: KeyRound },
  webhooks: { path: '/webhooks', text: 'nav.webhooks', icon: Webhook },
  mails: { path: '/mails', text: 'nav.mails', icon: Mail },
  demo: { path: '/demo', text: 'nav.demo', icon: ScanBarcode },
} satisfies Record<string, PageLink>

const BOARDS = { title: null, links: [LINKS.bins, LINKS.pipeline, LINKS.dispositions] } satisfies PageGroup

/** In the order in which a new house is set up. */
const SET_UP: readonly PageLink[] = [
  LINKS.setUp,
  LINKS.house,
  LINKS.setUpBins,
  LINKS.sellers,
  LINKS.products,
  LINKS.checklists,
  LINKS.staff,
  LINKS.devices,
  LINKS.printers,
  LINKS.labels,
  LINKS.keys,
  LINKS.webhooks,
  LINKS.mails,
]

/** What there is to set up, for whoever may; without the page that shows it all. */
export const setUpPages = ({ role }: Person): readonly PageLink[] =>
  role === 'supervisor' || role === 'admin' ? SET_UP.slice(1) : []

function supervising(): readonly PageGroup[] {
  return [
    { title: null, links: [...BOARDS.links, LINKS.people, LINKS.waiting, LINKS.overview, LINKS.reports] },
    {
      title: 'nav.work',
      links: [LINKS.units, LINKS.parcels, LINKS.unclaimed, LINKS.announced, LINKS.imports],
    },
    { title: 'nav.setUp', links: SET_UP },
  ]
}

/** What each role is shown, in the order of the sidebar; the first page is where it begins. */
const GROUPS: Record<Person['role'], readonly PageGroup[]> = {
  operator: [BOARDS, { title: 'nav.work', links: [LINKS.units, LINKS.parcels, LINKS.unclaimed] }],
  supervisor: supervising(),
  admin: supervising(),
  seller: [
    { title: null, links: [LINKS.overview, LINKS.waiting, LINKS.reports, LINKS.units] },
    {
      title: 'nav.work',
      links: [
        LINKS.unclaimed,
        LINKS.announced,
        LINKS.imports,
        LINKS.products,
        LINKS.labels,
        LINKS.policy,
        LINKS.keys,
        LINKS.webhooks,
        LINKS.mails,
      ],
    },
  ],
}

/** @param demo whether there is demo data to walk through */
export function pagesOf({ role }: Person, demo = false): readonly PageGroup[] {
  const walk: PageGroup = { title: 'nav.tryIt', links: [LINKS.demo] }
  return demo && role !== 'seller' ? [...GROUPS[role], walk] : GROUPS[role]
}

export function mayOpen(user: Person, path: string): boolean {
  return pagesOf(user, true).some((group) =>
    group.links.some((link) => path === link.path || path.startsWith(`${link.path}/`)),
  )
}

export const homeOf = (user: Person): string => pagesOf(user)[0]?.links[0]?.path ?? '/units'
