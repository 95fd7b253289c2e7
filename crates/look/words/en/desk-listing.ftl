# A list sent as a spreadsheet, and what is wrong with it.
listing-found = found:
listing-more = { $n ->
    [one] and one more.
   *[other] and { $n } more.
}
listing-whole-file = The file
listing-problem-not-a-workbook = neither Excel (.xlsx) nor CSV
listing-problem-not-unicode = the CSV file is not in Unicode. In Excel choose Save As → CSV UTF-8, and send it again.
listing-problem-named-workbook = this is a CSV file that is named .xlsx. Please name it .csv and send it again.
listing-problem-corrupt-workbook = damaged or cut short
listing-problem-encrypted-workbook = behind a password
listing-problem-too-large = too large
listing-problem-missing-column = no row of headings has all the required columns named below
listing-problem-empty-sheet = no row below the headings
listing-problem-missing-text = empty or too long
listing-problem-bad-account = cannot be an account
listing-problem-taken-account = somebody has this account
listing-problem-duplicate-account = this account is in row { $expected } already
listing-problem-unknown-agency = no agency in force has this code or name
listing-problem-ambiguous-agency = several agencies have this name; write one of the codes { $expected }
listing-problem-unknown-role = no such role; write one of: { $expected }
listing-problem-bad-code = cannot be a code: capital letters, digits and hyphens, from 2 to 30
listing-problem-duplicate-code = the code is in row { $expected } already
listing-problem-taken-code = another agency, by name or first day, has this code
listing-problem-unknown-kind = no such kind; one of: { $expected }
listing-problem-bad-day = no day (write 1/7/2025), or a last day before the first
listing-problem-bad-details = cannot be an identifier: letters, digits and dots, at most 35
listing-problem-unknown-successor = no agency has the code { $expected }, in the file or in the directory
