/** A key, as it is shown beside what it does; it is told by `aria-keyshortcuts`. */
export function Key({ name }: { name: string }) {
  return (
    <kbd
      aria-hidden
      className="hidden min-w-[18px] rounded-[4px] border border-current px-1 text-center font-mono text-[11px] leading-4 font-semibold uppercase opacity-70 pointer-fine:inline-block"
    >
      {name}
    </kbd>
  )
}
