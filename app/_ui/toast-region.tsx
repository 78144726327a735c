'use client'

import { X } from 'lucide-react'
import { useEffect, useState } from 'react'

type Toast = { readonly id: number; readonly text: string }

const TOAST_EVENT = 'portaal:melding'

/** Shows a short message that needs no answer; it stays until it is closed or the next five push it out. */
export function showToast(text: string): void {
  window.dispatchEvent(new CustomEvent<string>(TOAST_EVENT, { detail: text }))
}

/**
 * Where short messages of scripts appear (upload ready, connection back). A polite live region; nothing vanishes by
 * itself, so that slow readers miss nothing (WCAG 2.2.1).
 */
export function ToastRegion({ label, closeText }: { label: string; closeText: string }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  useEffect(() => {
    let next = 0
    const add = (event: Event) => {
      if (!(event instanceof CustomEvent) || typeof event.detail !== 'string') return
      const text: string = event.detail
      next += 1
      const toast = { id: next, text }
      setToasts((shown) => [...shown, toast].slice(-5))
    }
    window.addEventListener(TOAST_EVENT, add)
    return () => window.removeEventListener(TOAST_EVENT, add)
  }, [])
  return (
    <section
      aria-label={label}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex flex-col items-center gap-2 sm:items-end"
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          data-surface="toast"
          className="pointer-events-auto flex max-w-md items-center gap-3 rounded-panel border border-line-strong bg-paper px-4 py-2"
        >
          <span>{toast.text}</span>
          <button
            type="button"
            className="flex size-11 items-center justify-center rounded-control text-action hover:bg-tint"
            onClick={() => setToasts((shown) => shown.filter(({ id }) => id !== toast.id))}
          >
            <X aria-hidden="true" className="size-5" />
            <span className="sr-only">{closeText}</span>
          </button>
        </div>
      ))}
    </section>
  )
}
