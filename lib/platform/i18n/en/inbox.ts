import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { inbox as dutch } from '#/lib/platform/i18n/nl/inbox.ts'

/** What one is told in the portal. */
export const inbox: Copy<typeof dutch> = {
  title: 'Notifications',
  lead: 'What happened with the products that you have a role for. We add up what is alike until you have read it. After {days} days we delete a notification.',
  unread: '{count, plural, one {1 unread notification} other {# unread notifications}}',
  unreadList: 'Unread notifications, newest first',
  read: 'Read',
  readList: 'Read notifications, newest first',
  spread: '{last}, first {first}',
  markRead: 'Mark as read',
  markAll: 'Mark all as read',
  busy: 'One moment…',
  done: 'Marked as read.',
  grown: 'Something was added meanwhile. That notification therefore stays unread.',
  empty: 'You have no notifications',
  emptyText: 'As soon as something happens with a product that you have a role for, you read it here.',
  newest: 'To the newest',
  kinds: {
    NIEUWE_BERICHTEN: '{amount, plural, one {1 new {product} message} other {# new {product} messages}}',
    KETENFOUT:
      '{amount, plural, one {Error from the chain at an {product} message} other {Error from the chain at # {product} messages}}',
    TERMIJN:
      '{amount, plural, one {An {product} message must be answered today or the next working day} other {# {product} messages must be answered today or the next working day}}',
    CERTIFICAAT:
      '{amount, plural, =0 {The certificate of your software for {product} has expired} other {The certificate of your software for {product} expires within # days}}',
    INSTELLINGEN:
      '{amount, plural, one {A colleague changed the settings of {product}} other {Colleagues changed the settings of {product} # times}}',
  },
  preferences: {
    title: 'Notifications by mail',
    lead: 'All notifications stand at "Notifications" in the portal. Here you choose which you get by mail, too. A mail holds numbers only: no names and no files.',
    newBerichten: 'New {product} messages',
    frequencies: {
      NOOIT: 'No mail',
      DIRECT: 'At once, at most every fifteen minutes',
      DAGELIJKS: 'Every working day at 8:00',
      WEKELIJKS: 'Once a week, on Monday at 8:00',
    },
    also: 'Also mail at',
    about: 'Mail at',
    switches: {
      fault: 'an error from the chain',
      deadline: 'a term that is nearly over',
      certificate: 'a certificate that is about to expire',
      settings: 'settings that a colleague changes',
    },
    submit: 'Save choice',
    saved: 'Your choice has been saved.',
    errors: {
      frequency: 'Choose when you want mail about new messages.',
      other: 'Refresh the page and try again.',
    },
  },
  errors: { unknown: 'This notification cannot be found (any more). Refresh the page.' },
}
