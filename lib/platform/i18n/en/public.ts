import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { publicPages as nl } from '#/lib/platform/i18n/nl/public.ts'

export const publicPages: Copy<typeof nl> = {
  door: {
    title: 'Log in to the portals',
    lead: 'On this page you log in safely to the portals of {operator}. For Wmo and youth care you need eHerkenning, level 3 or higher.',
    care: {
      title: 'Wmo and youth care',
      text: 'iWmo and iJw messages, personal contribution and the Wlz register check.',
      action: 'Log in with eHerkenning',
    },
    desk: { title: 'Service desk', text: 'For staff who help municipalities.', action: 'Log in' },
    others: 'Other portals',
    first: {
      title: 'Here for the first time?',
      text: 'Read what you need and how to get access.',
      link: 'How to get access',
    },
  },
  help: {
    title: 'Help',
    lead: 'Is your question not here? Call or mail the service desk.',
    onThisPage: 'On this page',
    contact: {
      title: 'Service desk',
      phone: 'Telephone',
      hours: 'Available',
      email: 'E-mail',
      note: 'If the portal shows a code or reference, keep it at hand. Never mention your password, text message code or verification code, and do not mail data of citizens.',
    },
    access: {
      title: 'How to get access',
      step1:
        'Your municipality signs two agreements: the connection and processing agreement with {operator}, and the processing agreement with VECOZO.',
      step2:
        'The eHerkenning administrator of your municipality arranges a means of login of level 3 or higher for you, with a mandate for this portal.',
      step3: 'You log in for the first time and fill in your personal settings.',
      step4:
        'You get a verification code from the user administrator of your municipality. If you will be a user administrator yourself, you get it from the service desk.',
      step5: 'You enter the code, close your browser and log in again. After that you can start to work.',
    },
    means: {
      title: 'No means of login yet?',
      text1:
        'You log in with eHerkenning, the means of login for companies and government bodies. You cannot use your DigiD here.',
      text2:
        'Ask within your municipality who the eHerkenning administrator is. They request a means for you from a recognised supplier and give you the mandate. Allow some working days for this.',
      text3: 'The website of eHerkenning lists the suppliers:',
      site: 'www.eherkenning.nl',
    },
    problems: {
      title: 'Logging in does not work',
      forgotten: 'Password forgotten, or no text message received?',
      forgottenAnswer:
        'You arrange that with the supplier of your means of login. We cannot see or renew your password or text message code.',
      expired: 'Were you suddenly logged out?',
      expiredAnswer:
        'If you do nothing for {minutes} minutes, we log you out. What you typed in your personal settings is kept. After logging in again you go on where you were.',
      changed: 'Do you have a new means of login or another supplier?',
      changedAnswer:
        'The portal does not recognise you then. You go through the first steps again and ask your user administrator for a new verification code.',
    },
    code: {
      title: 'Questions about the verification code',
      none: 'Do you have no code, or have you lost it?',
      noneAnswer:
        'On the page Verification, click “Ask for a new code”. The user administrator of your municipality then gets a message. If there is no user administrator yet, the service desk will help you.',
      life: 'How long does a code work?',
      lifeAnswer: 'A code works for 7 days and once only. When you get a new code, the old one stops working.',
    },
    files: {
      title: 'Delivering and fetching messages',
      how: 'How do I deliver a file?',
      howAnswer:
        'Open iWmo or iJw. Click "Choose files", or drag the XML files or a zip to the page. For each file you see at once whether it was accepted.',
      rejected: 'Why was my file rejected?',
      rejectedAnswer:
        'With the file you see what is wrong, on which line, and what you can do. A rejected file has not been passed on. Correct it, or ask your software supplier for help. Then deliver it again.',
      withdraw: 'Can I still stop a message?',
      withdrawAnswer: 'Yes, as long as it is waiting to be sent. Choose "Withdraw" with the message.',
      answer: 'How do I answer a message?',
      answerAnswer:
        'Open "Awaiting an answer" with the product and choose "Answer" with the message. You choose what you answer; the portal makes the message and delivers it. An assignment (301) is made in your own system.',
      many: 'Can I fetch many messages at once?',
      manyAnswer:
        'Yes. Tick them in the list and choose "Fetch as zip". Below the list you can also download the list itself.',
      keep: 'How long can I fetch a message?',
      keepAnswer:
        'Until the retention period is over. Your municipality chooses that period; by default it is 2 months. After that we delete the content. You can still see which message it was.',
    },
    roles: {
      title: 'Who does what?',
      user: 'User',
      userText: 'Delivers and fetches messages. Consults the Wlz register check.',
      productManager: 'Product administrator',
      productManagerText: 'Keeps the settings of a product. Does not see messages.',
      userManager: 'User administrator',
      userManagerText: 'Lets colleagues in, hands out verification codes and roles, and blocks accounts.',
    },
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everybody must be able to work with Portaal Zorg, also with a screen reader, with a keyboard only, with magnification or on a phone.',
    status: {
      title: 'How far are we?',
      text: 'We build the portal to WCAG 2.2, levels A and AA, and the European standard EN 301 549. With every new version we check all pages automatically, in the light and the dark display.',
      open: 'An independent audit by people has not been done yet. Until then we do not claim that the portal complies in full.',
    },
    gaps: {
      title: 'What is not right yet?',
      broker: 'The pages of the eHerkenning suppliers are not ours. We cannot vouch for their accessibility.',
      xml: 'The raw XML of a message is hard to follow with a screen reader. That is why we also show the content in readable form.',
      reader: 'We have not yet tested the pages with all screen readers.',
    },
    settings: {
      title: 'Your own settings',
      theme: 'At the bottom of every page you choose a light or dark display.',
      motion: 'If your device has motion turned off or contrast turned up, the portal follows that.',
      script: 'Forms and lists also work without JavaScript.',
      zoom: 'You can zoom in to 400 per cent without scrolling sideways.',
    },
    report: {
      title: 'Does something not work for you?',
      text: 'Please tell us. You get an answer within 5 working days. Mention the page and what you use, such as your browser or screen reader.',
      further:
        'If you are not satisfied with our answer, you can complain to the National Ombudsman (Nationale ombudsman).',
    },
  },
  privacy: {
    title: 'Privacy',
    lead: 'In this portal, municipalities and care providers exchange messages about care for citizens. Here you read which data we keep about you as an employee, and how we treat messages.',
    who: {
      title: 'Who is responsible?',
      text: 'Your municipality is responsible for the data in the messages. On behalf of the municipality, {operator} processes these data, as laid down in the agreement with your municipality.',
    },
    you: {
      title: 'What do we keep about you?',
      caption: 'Data about employees',
      data: 'Data',
      why: 'Why',
      howLong: 'How long',
      row1: 'A pseudonym of your means of login and the number of your organisation',
      row1Why: 'To recognise you when you log in',
      row1Long: 'As long as your account exists',
      row2: 'Name, department, telephone number and e-mail address at work',
      row2Why: 'To reach you, and so that your municipality knows who has access',
      row2Long: 'As long as your account exists',
      row3: 'What you do in the portal, and when',
      row3Why: 'The law asks that it can be seen who looked at data of citizens',
      row3Long: '5 years',
      row4: 'Part of the address of your computer (IP address)',
      row4Why: 'To discover misuse',
      row4Long: '5 years, in the log',
      row5: 'Your notifications, and which of them you want by mail',
      row5Why: 'To let you know what happens with your work',
      row5Long: 'Notifications 90 days; your choice as long as your account exists',
    },
    messages: {
      title: 'How do we treat messages?',
      encrypted: 'We keep the content of a message encrypted.',
      access:
        'Only users of your municipality with the right role can read messages. The service desk does not see the content.',
      retention:
        'We delete the content after its retention term. Your municipality chooses that term; by default it is 2 months.',
      log: 'Every fetch and view is in a log that nobody can change.',
    },
    cookies: {
      title: 'Cookies',
      text: 'We only use cookies that are needed: for your session, while logging in, to remember your language, display and last chosen supplier, and for a moment while a page updates itself. Your browser remembers which messages you tick until you close the window. We do not track you and share nothing with others.',
    },
    rights: {
      title: 'Your rights',
      text: 'You can see and correct your data in the portal. If you want data deleted, ask the user administrator or the data protection officer of your municipality. If you are not satisfied, you can complain to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens).',
      citizens: 'Are you a citizen and do you want to know what was exchanged about you? Ask your municipality.',
    },
  },
}
