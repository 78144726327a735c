import { PageHeading } from '#/app/_ui/page-heading.tsx'

/** A page of text: one heading, one column of a length that reads well. */
export function Prose({ title, lead, children }: { title: string; lead?: React.ReactNode; children: React.ReactNode }) {
  return (
    <article className="flex flex-col gap-8 md:gap-10">
      <PageHeading lead={lead}>{title}</PageHeading>
      {children}
    </article>
  )
}

type ProseSectionProps = { readonly title: string; readonly id?: string; readonly children: React.ReactNode }

/** A part of such a page; with an id it can be linked to. */
export function ProseSection({ title, id, children }: ProseSectionProps) {
  return (
    <section id={id} className="flex max-w-text flex-col gap-3">
      <h2 className="text-h2">{title}</h2>
      {children}
    </section>
  )
}

/** Steps in order: numbers that can be read from a distance. */
export function NumberedList({ items }: { items: readonly string[] }) {
  return (
    <ol className="flex flex-col gap-3">
      {items.map((item, index) => (
        <li key={item} className="flex gap-3">
          <span
            aria-hidden="true"
            className="mt-px flex size-7 shrink-0 items-center justify-center rounded-full bg-tint text-small font-heavy text-action"
          >
            {index + 1}
          </span>
          <span className="min-w-0">{item}</span>
        </li>
      ))}
    </ol>
  )
}

/** Items without order. */
export function BulletList({ items }: { items: readonly string[] }) {
  return (
    <ul className="flex list-disc flex-col gap-2 ps-6 marker:text-accent">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

/** A question and its answer, always open: folding would hide it from a search in the page. */
export function Answer({ question, children }: { question: string; children: React.ReactNode }) {
  return (
    <div>
      <h3 className="font-semibold">{question}</h3>
      <p>{children}</p>
    </div>
  )
}
