import { photoAddress } from '@restow/client'

const SHOWN = 3

/** Small pictures in a row of a table; the unit's page shows them large. */
export function Thumbs({ photos }: { photos: readonly string[] }) {
  return (
    <span className="flex gap-0.5" aria-hidden>
      {photos.slice(0, SHOWN).map((sha) => (
        <img
          key={sha}
          src={photoAddress(sha, 'thumb')}
          alt=""
          loading="lazy"
          width={22}
          height={22}
          className="size-[22px] rounded-[6px] bg-line-2 object-cover"
        />
      ))}
    </span>
  )
}
