# Around every page
page-home = Home
page-ranking = Ranking
page-provinces = Provinces
page-compare = Compare
page-explain = Explain a change
page-targets = Targets
page-method = Method and data
page-about = About
page-search = Search
page-choices = Display choices
page-documents = Documents
page-interface = API

language-name = English
skip-to-content = Skip to content
brand-line = The PAPI results of
menu-disclosures = What is public
menu-results = PAPI results
menu-plan = Plan
menu-work = Work
menu-inform = Inform
menu-listen = Listen
menu-measure = Surveys
menu-office = Offices
menu-label = Main menu
crumbs-label = Where you are
search-label = Search this site
search-hint = News, communes…
search-go = Search

choices-open = Text size, colours
choices-lead = Your choices stay on this device; no account is needed.
choices-size = Text size
choices-colours = Colours
choices-contrast = Contrast
choice-size-0 = A
choice-size-1 = A+
choice-size-2 = A++
choice-system = As the device
choice-light = Light
choice-dark = Dark
choice-usual = Usual
choice-strong = Stronger

demo-day = the demonstration’s day
demo-banner = A demonstration: the PAPI results are the real published ones; this is not the province’s official site.
imprint = Responsible for the content:
imprint-demo = nobody yet – this is a demonstration and no agency of the province runs it.
imprint-missing = not stated by whoever runs this site (setting NANGHANG_IMPRINT).

source-papi = Source: PAPI (CECODES, VFF-CRT, RTA, UNDP), papi.org.vn.
source-edition = Survey year { $year }, published on { $day }.
source-edition-undated = Survey year { $year }, publication date not known.
source-imported = Some figures were imported from the file { $file } on { $day }.
source-of = Ranks are among the { $of } provinces with complete figures, of { $all }.

download = Download:
unpublished = not published

# When something is wrong
fault-missing = Page not found
fault-missing-sentence = There is nothing at this address.
fault-missing-help = The address may be mistyped, or the page has moved. Search, or go on from here:
fault-unknown = There is no such thing
fault-no-region = There is no region “{ $written }”. The regions: { $regions }.
fault-unreadable = The question does not read
fault-unreadable-sentence = What stands behind the question mark of the address does not read, perhaps because a field is given twice.
fault-unknown-help = Choose again, or go on from here:
fault-nearest = You may have meant:
fault-broken = Something went wrong
fault-broken-sentence = The server failed while making this page. The fault has been logged.
fault-broken-help = Please try again in a few minutes, or go on from here:

# Regions
region-all = Whole country
region-trung-du-va-mien-nui-phia-bac = Northern Midlands and Mountains
region-dong-bang-song-hong = Red River Delta
region-bac-trung-bo-va-duyen-hai-mien-trung = North Central and Central Coast
region-bac-trung-bo = North Central
region-duyen-hai-nam-trung-bo-va-tay-nguyen = South Central Coast and Central Highlands
region-tay-nguyen = Central Highlands
region-dong-nam-bo = South East
region-dong-bang-song-cuu-long = Mekong Delta

units-63 = 63 provinces (to 30 June 2025)
units-34 = 34 provinces (since 1 July 2025)
units-34-note = A merged province’s score is the mean of its predecessors’ scores weighted by their population in the census of 1 April 2019; it is computed here and not published by PAPI.
partial = partial
partial-title = Only some of its predecessors have figures

total-score = Total
ask-year = Year
ask-item = Dimension
ask-units = Provinces
ask-region = Region
ask-province = Province
ask-show = Show
visits = Visits until yesterday:
visits-since = counted from
