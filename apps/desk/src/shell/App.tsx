import { useTexts } from '@restow/ui/desk'
import { WifiOff } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { Frame } from './Frame.tsx'
import { Nowhere } from './Nowhere.tsx'
import { homeOf, mayOpen } from './pages-of.ts'
import { SignIn } from './SignIn.tsx'
import { isPerson, useSession, useUser } from './session.store.ts'
import { addressOnWall, isOnWall, TV_PATH } from './tv.store.ts'

const Bins = lazy(async () => ({ default: (await import('../boards/Bins.tsx')).Bins }))
const Pipeline = lazy(async () => ({ default: (await import('../boards/Pipeline.tsx')).Pipeline }))
const People = lazy(async () => ({ default: (await import('../boards/People.tsx')).People }))
const Dispositions = lazy(async () => ({
  default: (await import('../boards/Dispositions.tsx')).Dispositions,
}))
const Waiting = lazy(async () => ({ default: (await import('../waiting/Waiting.tsx')).Waiting }))
const ReturnsOverview = lazy(async () => ({
  default: (await import('../overview/ReturnsOverview.tsx')).ReturnsOverview,
}))
const Report = lazy(async () => ({ default: (await import('../reports/Report.tsx')).Report }))
const Units = lazy(async () => ({ default: (await import('../units/Units.tsx')).Units }))
const UnitPage = lazy(async () => ({ default: (await import('../units/UnitPage.tsx')).UnitPage }))
const Parcels = lazy(async () => ({ default: (await import('../parcels/Parcels.tsx')).Parcels }))
const ParcelPage = lazy(async () => ({ default: (await import('../parcels/ParcelPage.tsx')).ParcelPage }))
const Unclaimed = lazy(async () => ({ default: (await import('../unclaimed/Unclaimed.tsx')).Unclaimed }))
const Announced = lazy(async () => ({ default: (await import('../announced/Announced.tsx')).Announced }))
const NewAnnouncement = lazy(async () => ({
  default: (await import('../announced/AnnouncePage.tsx')).NewAnnouncement,
}))
const ChangeAnnouncement = lazy(async () => ({
  default: (await import('../announced/AnnouncePage.tsx')).ChangeAnnouncement,
}))
const Imports = lazy(async () => ({ default: (await import('../imports/Imports.tsx')).Imports }))
const SetUpBins = lazy(async () => ({ default: (await import('../catalog/SetUpBins.tsx')).SetUpBins }))
const Products = lazy(async () => ({ default: (await import('../catalog/Products.tsx')).Products }))
const Staff = lazy(async () => ({ default: (await import('../catalog/Staff.tsx')).Staff }))
const Devices = lazy(async () => ({ default: (await import('../devices/Devices.tsx')).Devices }))
const Printers = lazy(async () => ({ default: (await import('../printing/Printers.tsx')).Printers }))
const PrinterPage = lazy(async () => ({ default: (await import('../printing/PrinterPage.tsx')).PrinterPage }))
const Labels = lazy(async () => ({ default: (await import('../labels/Labels.tsx')).Labels }))
const Keys = lazy(async () => ({ default: (await import('../keys/Keys.tsx')).Keys }))
const Webhooks = lazy(async () => ({ default: (await import('../webhooks/Webhooks.tsx')).Webhooks }))
const Mails = lazy(async () => ({ default: (await import('../mail/Mails.tsx')).Mails }))
const Sellers = lazy(async () => ({ default: (await import('../catalog/Sellers.tsx')).Sellers }))
const Overview = lazy(async () => ({ default: (await import('../set-up/Overview.tsx')).Overview }))
const House = lazy(async () => ({ default: (await import('../set-up/House.tsx')).House }))
const SellerPage = lazy(async () => ({ default: (await import('../set-up/SellerPage.tsx')).SellerPage }))
const OwnPolicy = lazy(async () => ({ default: (await import('../set-up/SellerPage.tsx')).OwnPolicy }))
const SellerQuestions = lazy(async () => ({
  default: (await import('../set-up/SellerQuestions.tsx')).SellerQuestions,
}))
const OwnQuestions = lazy(async () => ({
  default: (await import('../set-up/SellerQuestions.tsx')).OwnQuestions,
}))
const Checklists = lazy(async () => ({ default: (await import('../set-up/Checklists.tsx')).Checklists }))
const ChecklistPage = lazy(async () => ({
  default: (await import('../set-up/ChecklistPage.tsx')).ChecklistPage,
}))
const FirstSetUp = lazy(async () => ({
  default: (await import('../first-set-up/FirstSetUp.tsx')).FirstSetUp,
}))
const Tv = lazy(async () => ({ default: (await import('../tv/Tv.tsx')).Tv }))
const Demo = lazy(async () => ({ default: (await import('../demo/Demo.tsx')).Demo }))

function Loading() {
  const { t } = useTexts()
  return <p className="m-auto p-8 text-s text-ink-2">{t('app.loading')}</p>
}

/** For whoever is not signed in: the sign-in, or the set-up where there is nobody yet who could. */
function Outside() {
  const { pathname } = useLocation()
  if (pathname !== '/first-set-up') return <SignIn />
  return (
    <Suspense fallback={<Loading />}>
      <FirstSetUp />
    </Suspense>
  )
}

/** Nothing can be shown, and nothing has to be done: it goes on by itself. */
function Silent() {
  const { t } = useTexts()
  return (
    <div role="status" className="m-auto flex max-w-sm flex-col items-center gap-2 p-8 text-center">
      <WifiOff aria-hidden size={28} className="text-ink-2" />
      <p className="text-l font-semibold">{t('app.silent')}</p>
      <p className="text-s text-ink-2">{t('app.silentHint')}</p>
    </div>
  )
}

/** The pages, by address. Whoever is not signed in sees only the sign-in, and comes back to where they were; a screen sees its boards. */
export function App() {
  const user = useSession((s) => s.user)
  const silent = useSession((s) => s.silent)
  const { pathname } = useLocation()
  if (pathname === TV_PATH && (user || isOnWall()))
    return (
      <Suspense fallback={<Loading />}>
        <Tv />
      </Suspense>
    )
  if (user === undefined) return <main className="grid min-h-dvh">{silent ? <Silent /> : <Loading />}</main>
  if (user === null) return <Outside />
  if (!isPerson(user)) return <Navigate to={addressOnWall()} replace />
  return (
    <Frame>
      <Suspense fallback={<Loading />}>
        <Pages />
      </Suspense>
    </Frame>
  )
}

function Pages() {
  const user = useUser()
  const { pathname } = useLocation()
  if (pathname === '/') return <Navigate to={homeOf(user)} replace />
  if (!mayOpen(user, pathname)) return <Nowhere />
  return (
    <Routes>
      <Route path="bins" element={<Bins />} />
      <Route path="pipeline" element={<Pipeline />} />
      <Route path="people" element={<People />} />
      <Route path="dispositions" element={<Dispositions />} />
      <Route path="waiting" element={<Waiting />} />
      <Route path="overview" element={<ReturnsOverview />} />
      <Route path="reports/:date?" element={<Report />} />
      <Route path="units" element={<Units />} />
      <Route path="units/:lpn" element={<UnitPage />} />
      <Route path="parcels" element={<Parcels />} />
      <Route path="parcels/:tracking" element={<ParcelPage />} />
      <Route path="unclaimed/:tracking?" element={<Unclaimed />} />
      <Route path="announcements" element={<Announced />} />
      <Route path="announcements/new" element={<NewAnnouncement />} />
      <Route path="announcements/change" element={<ChangeAnnouncement />} />
      <Route path="imports" element={<Imports />} />
      <Route path="set-up" element={<Overview />} />
      <Route path="set-up/house" element={<House />} />
      <Route path="set-up/checklists" element={<Checklists />} />
      <Route path="set-up/checklists/:category" element={<ChecklistPage />} />
      <Route path="set-up/sellers/:seller" element={<SellerPage />} />
      <Route path="set-up/sellers/:seller/questions" element={<SellerQuestions />} />
      <Route path="policy" element={<OwnPolicy />} />
      <Route path="policy/questions" element={<OwnQuestions />} />
      <Route path="set-up/bins" element={<SetUpBins />} />
      <Route path="set-up/products" element={<Products />} />
      <Route path="set-up/staff" element={<Staff />} />
      <Route path="set-up/devices" element={<Devices />} />
      <Route path="set-up/sellers" element={<Sellers />} />
      <Route path="printers" element={<Printers />} />
      <Route path="printers/:code" element={<PrinterPage />} />
      <Route path="webhooks" element={<Webhooks />} />
      <Route path="mails" element={<Mails />} />
      <Route path="keys" element={<Keys />} />
      <Route path="labels" element={<Labels />} />
      <Route path="demo" element={<Demo />} />
      <Route path="*" element={<Nowhere />} />
    </Routes>
  )
}
