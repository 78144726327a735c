type PageHeadingProps = {
  readonly children: React.ReactNode
  /** Above the heading: breadcrumb. */
  readonly before?: React.ReactNode
  readonly lead?: React.ReactNode
  /** Beside the heading: the page's main action. */
  readonly action?: React.ReactNode
}

/** The one h1 of a page, with the way to it, one sentence of what it is for, and its main action. */
export function PageHeading({ children, before, lead, action }: PageHeadingProps) {
  return (
    <div className="flex flex-col gap-3">
      {before ? <div className="-mb-2">{before}</div> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 className="text-h1-phone md:text-h1">{children}</h1>
        {action}
      </div>
      {lead ? <p className="max-w-text">{lead}</p> : null}
    </div>
  )
}
