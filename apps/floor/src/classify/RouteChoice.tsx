import type { Disposition, Route } from '@restow/domain'
import { Option } from './Option.tsx'

interface Props {
  label: string
  disposition: Disposition
  ways: readonly Route[]
  decided: Route | null
  route: Route
  onPick: (route: Route) => void
}

/** The ways to carry out a decision that stands; the one decided on is marked. */
export function RouteChoice({ label, disposition, ways, decided, route, onPick }: Props) {
  return (
    <div role="radiogroup" aria-label={label} className="flex flex-col gap-2">
      {ways.map((way, i) => (
        <Option
          key={way}
          disposition={disposition}
          route={way}
          routeFirst
          recovered={null}
          currency={null}
          suggested={way === decided}
          on={way === route}
          codes={[`ROUTE.${way}`, `ANSWER.${i + 1}`]}
          onPick={() => onPick(way)}
        />
      ))}
    </div>
  )
}
