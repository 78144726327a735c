import { DRAFT_FIELD, DRAFT_PATH } from '#/app/_ui/frame/viewer.ts'

/**
 * Hands what stands in the forms of this page to the server, for after the next login. A failure is silent: the person
 * can do nothing about it, and the form itself still stands on the page.
 */
export async function keepDrafts(): Promise<void> {
  const forms = document.querySelectorAll<HTMLFormElement>('form[data-concept]')
  await Promise.allSettled(
    [...forms].map((form) => {
      const body = new FormData(form)
      body.set(DRAFT_FIELD, form.dataset.concept ?? '')
      return fetch(DRAFT_PATH, { method: 'POST', body })
    }),
  )
}
