import { Mark } from '#/app/_ui/frame/mark.tsx'

/** Around a problem that took the frame with it: the mark, so that one sees where one is, and the content. */
export function ProblemShell({ children }: { children: React.ReactNode }) {
  return (
    <>
      <header className="border-b border-line bg-paper">
        <div className="mx-auto flex min-h-17 max-w-page items-center gap-3 px-4 text-[1.1875rem] font-heavy sm:px-6 lg:px-8">
          <Mark />
          Portaal Zorg
        </div>
      </header>
      <main id="inhoud" className="mx-auto w-full max-w-page px-4 py-8 sm:px-6 md:py-12 lg:px-8">
        {children}
      </main>
    </>
  )
}
