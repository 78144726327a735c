/** An empty list says why it is empty and invites the first act. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: React.ReactNode
  action?: React.ReactNode
}) {
  return (
    <div
      data-surface="plain"
      className="flex flex-col items-start gap-3 rounded-panel border border-dashed border-line-strong bg-paper p-6"
    >
      <p className="text-h2 font-heavy">{title}</p>
      {children ? <div className="max-w-text text-ink-soft">{children}</div> : null}
      {action}
    </div>
  )
}
