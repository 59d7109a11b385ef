import { useTexts } from '@restow/ui/floor'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router'
import { loadCount } from '../count/load-count.ts'
import { BinScreen } from '../putaway/BinScreen.tsx'
import { ParcelScreen } from '../register/ParcelScreen.tsx'
import { useCommandCodes } from '../scanner/bus.ts'
import { CameraDoor } from '../scanner/camera/CameraDoor.tsx'
import { Scanner } from '../scanner/Scanner.tsx'
import { UnitScreen } from '../units/UnitScreen.tsx'
import { Chooser } from './Chooser.tsx'
import { go, hasArrived, navigateWith } from './go.ts'
import { Menu } from './Menu.tsx'
import { Ready } from './Ready.tsx'
import { SignIn } from './SignIn.tsx'
import { useSession } from './session.store.ts'
import { useKeeping } from './start.ts'

// Seldom looked at: kept on the device with all the rest, and no part of the first load.
const Attention = lazy(async () => ({ default: (await import('./Attention.tsx')).Attention }))
const CountScreen = lazy(async () => ({ default: (await loadCount()).CountScreen }))
const CommandsScreen = lazy(async () => ({
  default: (await import('../plates/CommandsScreen.tsx')).CommandsScreen,
}))
const TriggerScreen = lazy(async () => ({
  default: (await import('../trigger/TriggerScreen.tsx')).TriggerScreen,
}))

/** The screens, by address. Whoever is not signed in sees only the sign-in, and comes back to where they were. */
export function App() {
  const navigate = useNavigate()
  const person = useSession((s) => s.person)
  const { t } = useTexts()
  const { key, pathname } = useLocation()
  const can = useKeeping((s) => s.can)
  useEffect(() => navigateWith(navigate), [navigate])
  useEffect(() => {
    void key
    hasArrived(pathname)
  }, [key, pathname])
  return (
    <div className="relative mx-auto flex h-dvh max-w-[560px] flex-col overflow-hidden bg-ground text-ink sm:border-x sm:border-line">
      <Scanner />
      {can === false && <CannotKeep />}
      {can !== false && person === undefined && <p className="m-auto text-ink-2">{t('app.loading')}</p>}
      {person === null && <SignIn />}
      {person && <Screens />}
      {person && <Chooser />}
      <CameraDoor />
    </div>
  )
}

/** Nothing may be said to be saved where nothing can be. */
function CannotKeep() {
  const { t } = useTexts()
  return (
    <div role="alert" className="m-auto flex flex-col gap-2 p-6 text-center">
      <p className="text-xl font-[650] text-wrong">{t('keep.title')}</p>
      <p className="text-l">{t('keep.hint')}</p>
    </div>
  )
}

const Later = ({ screen }: { screen: ReactNode }) => <Suspense fallback={null}>{screen}</Suspense>

function Screens() {
  useCommandCodes(['TRIGGER'], () => go('/trigger'), true)
  useCommandCodes(['COMMANDS'], () => go('/commands'), true)
  useCommandCodes(['SENDING'], () => go('/attention'), true)
  return (
    <Routes>
      <Route index element={<Ready />} />
      <Route path="parcel/:tracking" element={<ParcelScreen />} />
      <Route path="unit/:lpn/:step?" element={<UnitScreen />} />
      <Route path="bin/:code" element={<BinScreen />} />
      <Route path="bin/:code/count" element={<Later screen={<CountScreen />} />} />
      <Route path="attention" element={<Later screen={<Attention />} />} />
      <Route path="menu" element={<Menu />} />
      <Route path="commands" element={<Later screen={<CommandsScreen />} />} />
      <Route path="trigger" element={<Later screen={<TriggerScreen />} />} />
      <Route path="*" element={<Navigate to="/" replace />} />
    </Routes>
  )
}
