import { LANGUAGE_CODES, LANGUAGES, useLanguage } from '@restow/ui'

/** The choice of language for whoever is not signed in yet. */
export function Languages() {
  const { language, choose } = useLanguage()
  return (
    <div className="flex flex-wrap justify-center gap-1">
      {LANGUAGE_CODES.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === language}
          onClick={() => choose(code)}
          className="h-8 rounded-[8px] px-2.5 text-s font-[550] text-ink-2 hover:bg-line-2 aria-pressed:bg-accent-soft aria-pressed:text-accent pointer-coarse:h-11"
        >
          {LANGUAGES[code]}
        </button>
      ))}
    </div>
  )
}
