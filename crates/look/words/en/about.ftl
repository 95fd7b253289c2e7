# About
about-lead = Nâng Hạng says where { $name } stands in PAPI, whether its targets were met, what moved the result, and what would have been enough.
about-editions = It holds the published PAPI results of every province from { $first } to { $last }.
about-not-papi = It is not PAPI’s own site; the original results are published at papi.org.vn.
about-demo = This is a demonstration: the PAPI results are the real published ones; no agency of the province runs this site, and it is not an official one.
about-readers = For whom
about-readers-text = First of all for the leaders and officials of the province who follow its plan to raise PAPI. Citizens, journalists and researchers read the same pages and the same figures.
about-readers-more = Every figure has its source and its denominator. What was not published is shown as not published, never as 0. Whether a target is met is computed by the program and never typed in.
about-program = Open source
about-program-text = Nâng Hạng is open source under the Apache-2.0 licence: one program with its data inside.
about-program-more = Every page reads without JavaScript. The program loads no font, image or code of a third party.
about-privacy = Privacy
about-privacy-text = No account is needed to read. The site does not track its readers, uses no third party’s analytics, and its public pages ask for no personal data.
about-privacy-more = It sets one cookie, when a reader chooses a text size, colours or contrast. The cookie holds those choices and not who the reader is.
about-accessibility = Accessibility
about-accessibility-text = The site aims to meet WCAG 2.2 at level AA: it works by keyboard and with a screen reader, can be enlarged, and offers text sizes and contrast; each chart has a title and a description; nothing is shown by colour alone.
about-accessibility-more = If anything is hard to read or does not work, please tell whoever is responsible for the site, named below, with the page’s address and the device you use.
about-imprint = Who is responsible
