/** How far something is, as a bar with its words: 0-100. The bar is the browser's own: no inline style is needed. */
export function Progress({ label, percent, text }: { label: string; percent: number; text: string }) {
  return (
    <div className="flex flex-col gap-1">
      <progress
        aria-label={label}
        max={100}
        value={percent}
        className="h-2 w-full overflow-clip rounded-full border border-line-strong bg-paper accent-action [&::-moz-progress-bar]:bg-action [&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-action"
      />
      <span className="text-small text-ink-soft">{text}</span>
    </div>
  )
}
