/** The first thing the Tab key finds: past header and navigation, to the content. */
export function SkipLink({ children }: { children: string }) {
  return (
    <a
      href="#inhoud"
      className="sr-only bg-paper text-action focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-50 focus:rounded-control focus:px-4 focus:py-3 focus:font-semibold"
    >
      {children}
    </a>
  )
}
